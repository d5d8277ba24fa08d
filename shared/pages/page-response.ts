import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { COPY_SCRIPT } from './copy-script.ts';
import type { Layout } from './layout.tsx';
import { PAGE_STYLE } from './page-style.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing runs but the one script, and nothing is loaded. */
export const policyWith = (style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(COPY_SCRIPT)}`,
    `style-src ${hashOf(style)}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Nothing is kept, and nobody is told where the reader came from. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policyWith(PAGE_STYLE),
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

/** A page with its status, not yet written out. */
export interface Page {
  readonly status: number;
  readonly html: ReturnType<typeof Layout>;
  readonly headers?: Readonly<Record<string, string>>;
}

export const pageResponse = async (
  { status, html, headers }: Page,
  headOnly = false,
): Promise<APIGatewayProxyStructuredResultV2> => ({
  statusCode: status,
  headers: { ...PAGE_HEADERS, ...headers },
  body: headOnly ? '' : `<!doctype html>${await html}`,
});

/** The browser asks for the same path again, so that going back or reloading sends no form twice. */
export const seeAgain = (path: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 303,
  // Relative: whatever a stage or a mapping puts before the path stays there.
  headers: { ...PAGE_HEADERS, location: path },
});
