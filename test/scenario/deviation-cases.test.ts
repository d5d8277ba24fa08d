import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compare } from '../../cli/compare/compare.ts';
import { simulate } from '../../cli/simulate/simulate.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { collect } from '../support/scenario/what-if.ts';

/** Places where the documents and what happened were found to differ. They are not part of the repository. */
const PLACES = ['../../..', '../../../..'].map((up) => join(import.meta.dirname, up, 'shared/cases/deviations'));
const CASES = PLACES.find((folder) => existsSync(folder)) ?? '';

const line = z.looseObject({ at: z.string(), type: z.string(), email: z.string().nullish() });

const optionsOf = (name: string) => ({
  agreement: join(CASES, name, 'agreement'),
  events: join(CASES, name, 'feed.ndjson'),
  json: true,
  seed: 1,
});

/** What `simulate` prints, of these types if any are given. */
const played = async (name: string, ...types: readonly string[]) => {
  const text = await collect((stdout) => simulate(optionsOf(name), stdout));
  const lines = text.trim().split('\n');
  return lines.map((one) => line.parse(JSON.parse(one))).filter(({ type }) => types.includes(type));
};

describe.skipIf(CASES === '')('a place where the documents and what happened differed', { timeout: 120_000 }, () => {
  it('1: leads of accounts that came to one rep while another was excluded leave the bound as it is', async () => {
    const text = await collect((stdout) =>
      compare({ ...optionsOf('dev-1'), with: join(CASES, 'dev-1', 'agreement') }, stdout),
    );
    expect(JSON.parse(text)).toMatchObject({ teams: [{ a: { kept: true }, b: { kept: true } }] });
  });

  it.each(['dev-2', 'dev-2b'])('%s: two reminders that wait for one moment are one message', async (name) => {
    const texts = (await played(name, 'Message')).filter(
      ({ channel, purpose }) => channel === 'sms' && purpose === 'remind',
    );
    expect(texts.map(({ at }) => at)).toEqual(['2026-03-02T23:30:00.000Z']);
  });

  it('3: a rep who starts after the time to accept is waited for, whatever clock the clause has', async () => {
    expect(await played('dev-3', 'LeadWaiting')).toMatchObject([
      { data: { why: 'nobody-at-work', dueAt: '2026-03-02T20:00:00.000Z' } },
    ]);
    expect((await played('dev-3', 'LeadAssigned')).at(-1)).toMatchObject({
      at: '2026-03-02T20:00:00.000Z',
      data: { rep: 'r1' },
    });
  });

  it('4: a rep who is back before the promise breaks gets the lead at once', async () => {
    expect(await played('dev-4', 'LeadAssigned')).toMatchObject([
      { at: '2026-03-02T18:00:00.000Z', data: { rep: 'r0', decision: { startsAt: '2026-03-03T00:00:00.000Z' } } },
    ]);
  });

  it('5: a promise that its last owner breaks is told at its deadline', async () => {
    expect((await played('dev-5', 'SlaBreached')).map(({ at }) => at)).toEqual(['2026-03-02T09:30:18.000Z']);
  });

  it('6: an outcome after the lead was given back is applied', async () => {
    expect(await played('dev-6', 'OutcomeRecorded')).toMatchObject([{ data: { outcome: 'won', applied: true } }]);
  });

  it('7: a step that takes a lead away in the instant in which it is given is a problem', async () => {
    await expect(readAgreement(join(CASES, 'dev-7', 'agreement'), 2026)).rejects.toThrow(
      /sla\.yaml:1:\d+ "reassign" at once/,
    );
  });

  it.each(['dev-8', 'dev-8-control'])('%s: what a lead cost is given back unless the rep had no time', async (name) => {
    const last = (await played(name, 'LeadAssigned')).at(-1);
    const virtualTime = name === 'dev-8' ? 1 : 0;
    expect(last).toMatchObject({ data: { rep: 'r0', decision: { reps: [{ rep: 'r0', virtualTime }, {}] } } });
  });
});
