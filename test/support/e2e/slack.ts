import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { slackUrl } from '../../../local/deploy.ts';
import { createPretendedSlack, type PretendedSlack } from '../../../simulator/pretended-slack.ts';
import { slackForm } from '../slack/slack-story.ts';
import { goldenHour } from './golden-hour.ts';

/** What is secret of the app. */
export const SLACK = { apiToken: 'xoxb-e2e-t0ken', secret: 'slack-s1gning' } as const;

/** Keeps it by the command, as people do, and answers what that said; `apiBase` is where Slack is pretended. */
export const putSlack = (endpoint: string, apiBase: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'slack-'));
  const file = join(folder, 'slack.json');
  writeFileSync(file, JSON.stringify({ apiToken: SLACK.apiToken, secrets: [SLACK.secret], apiBase }));
  const { status, stdout, stderr } = goldenHour(endpoint, 'secrets', 'put', 'sinks/slack', '--file', file);
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`The secrets of Slack were not put: ${stderr}`);
  return stdout;
};

/** Somebody presses a button: the request that Slack makes of it. */
export const pressInSlack = (endpoint: string, payload: string, secret: string = SLACK.secret): Promise<Response> =>
  fetch(slackUrl(endpoint), { method: 'POST', ...slackForm(payload, Date.now(), secret) });

export interface ServedSlack {
  readonly slack: PretendedSlack;
  /** Who called, by the header that says so. */
  readonly authorizations: ReadonlySet<string | undefined>;
  close(): void;
}

/** Slack on this machine: the one of the embedded runtime, for functions of other processes. */
export const serveSlack = async (port: number): Promise<ServedSlack> => {
  const slack = createPretendedSlack();
  const calls = slack.webCalls(Date.now);
  const authorizations = new Set<string | undefined>();
  const server = createServer(async (request, response) => {
    authorizations.add(request.headers.authorization);
    const url = `http://127.0.0.1:${port}${request.url}`;
    const { status, headers, body } = await calls.call({ method: 'POST', url, body: await text(request) });
    response.writeHead(status, { ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { slack, authorizations, close: () => void server.close() };
};
