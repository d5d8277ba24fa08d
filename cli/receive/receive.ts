import type { Writable } from 'node:stream';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { readSources } from '../../shared/agreement/sources/read-sources.ts';
import { type Received, receiveRequest } from '../../shared/application/receiving/receive-request.ts';
import {
  type Translation,
  translateEvent,
  translateReceived,
} from '../../shared/application/receiving/translate-received.ts';
import { sourceOfEvent } from '../../shared/contracts/sources/partner-buses.ts';
import type { Fetch } from '../../shared/contracts/sources/source.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import { createOutput } from '../output.ts';
import { pretendedApi } from './pretended-api.ts';
import { printStep, type Step } from './print-step.ts';
import { readApi, readRequests, readSecrets } from './requests.ts';

export interface ReceiveOptions {
  readonly agreement: string;
  readonly requests: string;
  readonly secrets: string;
  readonly api?: string;
  readonly json: boolean;
}

const lowerCased = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const stepsOf = ({ events, ignored, refused }: Translation): readonly Step[] => [
  ...events.map((event): Step => ({ type: 'Put', event })),
  ...ignored.map((why): Step => ({ type: 'Ignored', why })),
  ...(refused.length === 0 ? [] : [{ type: 'LeadRefused', problems: refused } as const]),
];

/** Plays recorded requests through what reads them, and prints all that comes of each. Throws UnsoundAgreement, UnusableFile. */
export const receive = async (options: ReceiveOptions, stdout: Writable): Promise<boolean> => {
  const sources = await readSources(options.agreement);
  const secrets = readSecrets(options.secrets);
  const answerOf = pretendedApi(options.api === undefined ? [] : readApi(options.api));
  const output = createOutput(stdout);
  const print = (step: Step): void => printStep(step, options.json, output.line);
  const ports = {
    digests: nodeDigests,
    fetch: async (request: Fetch, source: Source) => {
      print({ type: 'Call', ...request });
      return answerOf(request, secrets[source.name]?.apiToken);
    },
  };
  const translated = async ({ kept }: Received): Promise<readonly Step[]> => {
    const source = sources.find(({ name }) => name === kept?.source);
    return kept === undefined || source === undefined ? [] : stepsOf(await translateReceived(kept, source, ports));
  };
  for (const recorded of readRequests(options.requests)) {
    if ('event' in recorded) {
      const source = sourceOfEvent(recorded.event.source, sources);
      if (source === undefined) print({ type: 'Ignored', why: 'an event of no source' });
      else for (const step of stepsOf(await translateEvent(recorded.event, recorded.at, source, ports))) print(step);
      continue;
    }
    const { at: now, method, url, headers, bodyBase64 } = recorded;
    const request = { method, url, headers: lowerCased(headers), body: Buffer.from(bodyBase64, 'base64') };
    const received = receiveRequest(request, {
      ...{ digests: nodeDigests, now, sources },
      secretsOf: (name) => (Object.hasOwn(secrets, name) ? secrets[name] : undefined),
    });
    print({ type: 'Response', ...received.response });
    if (received.answer !== undefined) print({ type: 'Answer', ...received.answer });
    for (const step of await translated(received)) print(step);
    await output.flush();
  }
  await output.flush(true);
  return true;
};
