import type { SinkKind } from '../../domain/vocabulary/sink-kinds.ts';
import * as z from '../zod.ts';

const text = z.string().check(z.minLength(1));

/** Standard Webhooks: base64 after its beginning, so that nobody takes it for anything else. */
const signing = z.string().check(z.regex(/^whsec_[A-Za-z0-9+/]{8,}={0,2}$/, 'expected whsec_ and base64'));

/** Of a flow of Power Automate that anybody may call who knows its signature. */
const flowAddress = z
  .string()
  .check(
    z.regex(
      /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:logic\.azure\.com|api\.powerplatform\.com)(?::443)?\/[^\s?#]*\?(?:[^\s#]*&)?sig=[\w%~.-]+(?:&[^\s#]*)?$/i,
      'expected the address of a flow of Power Automate, with https:// and its sig=',
    ),
  );

/** What is kept of each kind of sink where secrets are kept. */
export const SINK_SECRETS = {
  /** Both sign while one takes the other's place; the newest first. */
  webhook: z.object({ secrets: z.array(signing).check(z.minLength(1), z.maxLength(2)) }),
  /** Of a private app. */
  hubspot: z.object({ apiToken: text }),
  /** Of a connected app with the flow of client credentials. */
  salesforce: z.object({ clientId: text, clientSecret: text }),
  /** By rep. */
  teams: z.object({ urls: z.record(text, flowAddress) }),
} satisfies Readonly<Record<SinkKind, z.ZodMiniType>>;
