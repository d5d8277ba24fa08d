import { describe, expect, it } from 'vitest';
import { areAbsent, type CaseFact, people, played } from '../support/scenario/field-cases.ts';

const accepts = (facts: readonly CaseFact[]) =>
  facts.filter(({ data }) => data?.clause === 'accept').map(({ email, data }) => [email, data?.dueAt]);

describe.skipIf(areAbsent)('a report of the field about time', { timeout: 120_000 }, () => {
  it('01: British Columbia is on UTC-7 all year', async () => {
    const { of } = await played('01-tzdata-vancouver');
    expect(accepts(of('ClockStarted')).slice(0, 2)).toEqual([
      ['jo@acme.example', '2026-11-16T16:35:01.000Z'],
      ['li@beta.example', '2026-11-17T16:30:00.000Z'],
    ]);
  });

  it('28: a clock that is ahead counts as now, in merging and at the end', async () => {
    const { of } = await played('28-clock-ahead');
    const assigned = of('LeadAssigned').map(({ at, data }) => [at, data?.rep, data?.territory]);
    expect(assigned).toEqual([
      ['2026-11-16T10:00:01.000Z', 'ben', 'Rest'],
      ['2026-11-18T10:00:01.000Z', 'ben', 'Rest'],
    ]);
    expect(of('LeadQualified').map(({ at }) => at)).toEqual(assigned.map(([at]) => at));
  });

  it('30: an outcome that overtakes its capture is applied at the capture', async () => {
    const { of } = await played('30-outcome-overtakes-capture');
    expect(of('OutcomeRecorded').map(({ at, data }) => [at, data?.outcome, data?.applied])).toEqual([
      ['2026-11-16T09:00:06.000Z', 'won', true],
    ]);
    expect([...of('LeadRefused'), ...of('LeadAssigned'), ...of('Message')]).toEqual([]);
  });

  it('32: holidays that a runtime’s data lacks', async () => {
    const { of } = await played('32-holidays-missing');
    expect(accepts(of('ClockStarted'))).toEqual([
      ['li@beta.example', '2026-06-16T08:30:00.000Z'],
      ['jo@acme.example', '2026-10-01T16:30:00.000Z'],
      ['mo@gamma.example', '2027-10-01T16:30:00.000Z'],
    ]);
  });

  it('35: an instant in any form of ISO 8601, a mark before the first line', async () => {
    const { of, owners } = await played('35-instants');
    expect([...owners.keys()]).toEqual(['a', 'b', 'c', 'd', 'e'].map((one) => `${one}@${one}.example`));
    expect(of('LeadRefused')).toEqual([]);
  });

  it('50: a feed in UTF-16', async () => {
    const { of, owners } = await played('50-feed-utf16');
    expect([...owners]).toEqual([['jo@acme.example', 'ana']]);
    expect(of('LeadRefused')).toEqual([]);
  });

  it('61: the year 5555, and 1900 as no date', async () => {
    const { of, owners } = await played('61-year-5555');
    expect([...owners.keys()]).toEqual(['jo@acme.example', 'li@beta.example', 'mo@gamma.example']);
    expect(of('LeadRefused')).toEqual([]);
  });

  it('61b: a typo in a year', async () => {
    const { owners } = await played('61b-typo-in-a-year');
    expect(owners.size).toBe(51);
  });

  it('63: a date that stands for none is not said', async () => {
    const { of, owners } = await played('63-default-dates');
    expect(of('LeadRefused')).toEqual([]);
    expect([...owners.keys()]).toEqual(people(6));
  });
});
