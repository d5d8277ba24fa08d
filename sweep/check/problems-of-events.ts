import { receiptKey } from '../../shared/application/documents/receipts.ts';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';
import type { Dust } from './dust.ts';

/** An address anywhere in a log is personal data. */
const ADDRESS = /[\w.+-]+@[\w-]+\.\w+/;

/** Facts of which one event gives rise to several. */
const SEVERAL = new Set(['ClockStarted', 'RepAlerted']);

/** What came from outside is applied once or refused once; nothing of it is in a log. */
export const problemsOfEvents = async ({ runtime, seen, delivered }: Dust): Promise<readonly string[]> => {
  const problems: string[] = delivered.givenUp.map((form) => `a form could not be sent: ${form}`);
  let unreadable = 0;
  for (const body of delivered.bodies) {
    const reading = readInbound(body);
    if (!reading.ok) {
      unreadable += 1;
      continue;
    }
    const key = receiptKey(reading.event.key);
    if ((await runtime.store.load([key])).get(key) === undefined) problems.push(`${reading.event.key} was not applied`);
  }
  const refused = new Set(
    seen.committed.filter(({ type }) => type === 'LeadRefused').map(({ detail }) => detail.metadata.id),
  );
  if (refused.size < unreadable) problems.push(`${unreadable} lines cannot be read, and ${refused.size} were refused`);
  if (refused.size > delivered.bodies.length) problems.push('something was refused twice');
  const seenOf = new Set<string>();
  for (const { type, detail } of seen.committed) {
    const { causationId } = detail.metadata;
    const isInbound = delivered.bodies.some((body) => body.includes(`"id":"${causationId}"`));
    if (!isInbound || SEVERAL.has(type)) continue;
    const once = `${type} of ${causationId} for ${detail.leadId}`;
    if (seenOf.has(once)) problems.push(`applied twice: ${once}`);
    seenOf.add(once);
  }
  const leaks = seen.logged.filter((line) => ADDRESS.test(line));
  problems.push(...leaks.map((line) => `an address in a log: ${line}`));
  return problems;
};
