import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { listRefused } from '../../cli/refused/list.ts';
import type { RefusedEvents } from '../../cli/refused/open-refused.ts';
import { resendRefused } from '../../cli/refused/resend.ts';
import { showRefused } from '../../cli/refused/show.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';

/* A deployed stack, but with the embedded runtime for its table and its functions. */

const START = Date.parse('2026-11-02T09:00:00Z');
const NOW = START + 60 * 60_000;
const NOBODY = '0'.repeat(32);

const line = (data: object, more: object = {}): string =>
  JSON.stringify({
    id: 'e1',
    source: 'website',
    time: '2026-11-02T08:59:00Z',
    'detail-type': 'LeadCaptured',
    detail: { data },
    ...more,
  });

const BAD = line({ person: { firstName: 'Jo' } });
const GOOD = line({ person: { firstName: 'Jo', email: 'jo@acme.example' } });
const ANSWER = line({ email: 'jo@acme.example', outcome: 'won' }, { id: 'e2', 'detail-type': 'LeadClosed' });

const stackOf = (runtime: Embedded, ids: readonly string[], against?: string): RefusedEvents => {
  let sent = 0;
  const find: RefusedEvents['find'] = async (id) => {
    const key = { type: 'refusal' as const, id };
    return (await runtime.store.load([key])).get(key);
  };
  return {
    waiting: async function* () {
      const found = await Promise.all(ids.map(find));
      yield found.filter((one) => one !== undefined);
    },
    find,
    send: async ({ Source, DetailType, Detail, Time }) => {
      if (against !== undefined) return against;
      const time = Time?.toISOString();
      const event = {
        id: `bus-${++sent}`,
        source: Source,
        time,
        'detail-type': DetailType,
        detail: JSON.parse(Detail),
      };
      await runtime.deliver(JSON.stringify(event), DetailType);
      await runtime.runBefore(NOW);
      return undefined;
    },
    save: (write) => runtime.store.commit([write]),
  };
};

const opened = async (lines: readonly (readonly [type: string, text: string])[], against?: string) => {
  const ids: string[] = [];
  const facts: string[] = [];
  const runtime = createEmbedded({
    agreement: smallAgreement(),
    seed: 1,
    start: START,
    onFact: ({ type, detail }) => {
      facts.push(type);
      if (type === 'LeadRefused') ids.push(detail.metadata.correlationId);
    },
  });
  for (const [type, text] of lines) await runtime.deliver(text, type);
  await runtime.runBefore(START + 30 * 60_000);
  return { refused: stackOf(runtime, ids, against), runtime, ids, facts };
};

const said = async (work: (streams: { stdout: Writable; stderr: Writable }) => Promise<unknown>) => {
  const texts = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') =>
    new Writable({
      write: (chunk, _, done) => {
        texts[name] += String(chunk);
        done();
      },
    });
  const answer = await work({ stdout: stream('stdout'), stderr: stream('stderr') });
  return { answer, ...texts };
};

const listed = async (refused: RefusedEvents, json = false): Promise<string> =>
  (await said(({ stdout }) => listRefused(refused, { json, now: NOW }, stdout))).stdout;

const resent = (refused: RefusedEvents, id: string, mended?: string) =>
  said((streams) =>
    resendRefused(refused, { id, json: false, now: NOW, ...(mended === undefined ? {} : { mended }) }, streams),
  );

describe('refused events', () => {
  it('are listed with their first problem, and without a word of the person', async () => {
    const { refused, ids } = await opened([['LeadCaptured', BAD]]);
    const text = await listed(refused);
    expect(text).toContain(`${ids[0]}  2026-11-02T09:00:00.000Z  LeadCaptured of website  detail.data.person.email: `);
    expect(text).toMatch(/^1 refused event$/m);
    expect(text + (await listed(refused, true))).not.toContain('Jo');
  });

  it('are shown for an editor, and on stderr what is to be mended', async () => {
    const { refused, ids } = await opened([['LeadCaptured', BAD]]);
    const { answer, stdout, stderr } = await said((streams) =>
      showRefused(refused, { id: ids[0] ?? '', json: false }, streams),
    );
    expect({ answer, event: JSON.parse(stdout) }).toEqual({ answer: true, event: JSON.parse(BAD) });
    expect(stderr).toMatch(/^golden-hour: detail\.data\.person\.email: /);
  });

  it('become leads once they are mended, as of when they occurred, and are listed no more', async () => {
    const { refused, runtime, ids, facts } = await opened([['LeadCaptured', BAD]]);
    expect((await resent(refused, ids[0] ?? '', GOOD)).answer).toBe(true);
    expect([...runtime.store.leads()].map(({ email }) => email)).toEqual(['jo@acme.example']);
    expect(await listed(refused)).toBe('nothing that was refused waits\n');
    // The same text once more changes nothing.
    const before = facts.length;
    await resent(refused, ids[0] ?? '', GOOD);
    expect(facts.length).toBe(before);
  });

  it('are sent as they came where the cause was elsewhere, although their id was refused before', async () => {
    const { refused, ids, runtime, facts } = await opened([['LeadClosed', ANSWER]]);
    expect(facts).toEqual(['LeadRefused']);
    await runtime.deliver(GOOD, 'LeadCaptured');
    expect((await resent(refused, ids[0] ?? '')).answer).toBe(true);
    expect(facts).toContain('OutcomeRecorded');
  });

  it('are not sent while they would be refused again, with the problems that are left', async () => {
    const { refused, ids } = await opened([['LeadCaptured', BAD]]);
    const { answer, stderr } = await resent(refused, ids[0] ?? '');
    expect(answer).toBe(false);
    expect(stderr).toMatch(/detail\.data\.person\.email: .*\n.*would be refused again/);
    expect(await listed(refused)).toContain('1 refused event');
  });

  it.each([
    ['that is no JSON', 'hello', 'the event: not JSON'],
    ['under a source of AWS', GOOD.replace('website', 'aws.partner/crm'), 'source: begins with aws.'],
  ])('are not sent as something %s', async (_, mended, why) => {
    const { refused, ids } = await opened([['LeadCaptured', BAD]]);
    const { answer, stderr } = await resent(refused, ids[0] ?? '', mended);
    expect(answer).toBe(false);
    expect(stderr).toContain(why);
  });

  it('of which the end was not kept are sent from a file alone', async () => {
    const { refused, ids } = await opened([['LeadCaptured', line({ note: 'x'.repeat(40_000) })]]);
    const { answer, stderr } = await resent(refused, ids[0] ?? '');
    expect({ answer, stderr }).toEqual({
      answer: false,
      stderr: 'golden-hour: the end of this event was not kept; give all of it by --file\n',
    });
    expect((await resent(refused, ids[0] ?? '', GOOD)).answer).toBe(true);
  });

  it('that the bus does not take stay in the list', async () => {
    const { refused, ids } = await opened([['LeadCaptured', BAD]], 'too many');
    const { answer, stderr } = await resent(refused, ids[0] ?? '', GOOD);
    expect({ answer, stderr }).toEqual({ answer: false, stderr: 'golden-hour: the bus did not take it: too many\n' });
    expect(await listed(refused)).toContain('1 refused event');
  });

  it('that nobody knows are said to be none', async () => {
    const { refused } = await opened([]);
    expect(await resent(refused, NOBODY)).toMatchObject({ answer: false, stderr: expect.stringContaining(NOBODY) });
    expect(await said((s) => showRefused(refused, { id: NOBODY, json: true }, s))).toMatchObject({ answer: false });
  });
});
