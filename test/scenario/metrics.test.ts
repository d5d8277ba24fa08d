import { describe, expect, it } from 'vitest';
import { PARTIES } from '../../shared/domain/vocabulary/clauses.ts';
import { BREACHES_BY, COUNTED_FACTS, type Metric } from '../../shared/ports/observer.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import {
  clause,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const HOUR = 60 * MINUTE;

interface Measured {
  readonly metric: Metric;
  readonly value: number;
}

/** Keeps what functions count and measure. */
const noting =
  (measured: Measured[]) =>
  ({ observer }: Ports): Partial<Ports> => ({
    observer: {
      ...observer,
      count: (metric, value = 1) => void measured.push({ metric, value }),
      measure: (metric, value) => void measured.push({ metric, value }),
    },
  });

const sum = (measured: readonly Measured[], metric: Metric): number =>
  measured.filter((one) => one.metric === metric).reduce((total, { value }) => total + value, 0);

const values = (measured: readonly Measured[], metric: Metric): readonly number[] =>
  measured.filter((one) => one.metric === metric).map(({ value }) => value);

const atWork = smallAgreement({
  reps: [rep('ana', { schedule: weekdays(9, 17) }), withoutManager(rep('mia'))],
  territories: [territory('Everywhere', ['ana'])],
});

describe('a fact that is counted', () => {
  it('is counted once for each time that it is on the bus', () => {
    const measured: Measured[] = [];
    return play(
      smallAgreement({ reps: [rep('ana', { schedule: weekdays(9, 17) }), rep('mia')], sla: { maxOwners: 2 } }),
      async (s) => {
        await s.capture('07:00', JANE);
        await s.line('07:01', 'no event', 'LeadCaptured');
        await s.runToEnd();
        for (const type of COUNTED_FACTS) {
          const published = s.published.filter((fact) => fact.type === type).length;
          expect([type, sum(measured, type)]).toEqual([type, published]);
          expect(published, type).toBeGreaterThan(0);
        }
        s.ignoreMessages();
      },
      { replace: noting(measured) },
    );
  });

  it('is not counted while the bus does not take it', () => {
    const measured: Measured[] = [];
    let broken = true;
    return play(
      atWork,
      async (s) => {
        await s.capture('10:00', JANE);
        expect(sum(measured, 'LeadQualified')).toBe(0);
        expect(sum(measured, 'FactNotPublished')).toBeGreaterThan(0);
        broken = false;
        await s.pass('10:05');
        expect(sum(measured, 'LeadQualified')).toBe(1);
        s.ignoreMessages();
      },
      {
        replace: (ports) => ({
          ...noting(measured)(ports),
          bus: { publish: async (facts) => (broken ? facts : ports.bus.publish(facts)) },
        }),
        may: ['die', 'reorder'],
      },
    );
  });
});

describe('what else is told of a fact', () => {
  it('is who broke a promise, for each that was broken', () => {
    const measured: Measured[] = [];
    return play(
      smallAgreement({ reps: [rep('ana', { schedule: weekdays(9, 17) }), rep('mia')], sla: { maxOwners: 2 } }),
      async (s) => {
        await s.capture('07:00', JANE);
        await s.runToEnd();
        const breaches = s.published.filter(({ type }) => type === 'SlaBreached').map(({ detail }) => detail.data);
        for (const party of PARTIES) {
          const broken = breaches.filter((data) => 'party' in data && data.party === party).length;
          expect([party, sum(measured, BREACHES_BY[party])]).toEqual([party, broken]);
        }
        expect(breaches.length).toBeGreaterThan(0);
        s.ignoreMessages();
      },
      { replace: noting(measured) },
    );
  });

  it('is how long a lead will wait, when it joins a waitlist', () => {
    const measured: Measured[] = [];
    return play(
      atWork,
      async (s) => {
        await s.capture('07:00', JANE);
        await s.pass('07:01');
        expect(values(measured, 'ExpectedWait')).toEqual([2 * HOUR]);
        s.ignoreMessages();
      },
      { replace: noting(measured) },
    );
  });
});

describe('the heartbeat of watch-clocks', () => {
  it('is there when it has run to its end', () => {
    const measured: Measured[] = [];
    return play(
      atWork,
      async (s) => {
        await s.capture('07:00', JANE);
        await s.runToEnd();
        expect(sum(measured, 'Heartbeat')).toBeGreaterThan(0);
        s.ignoreMessages();
      },
      { replace: noting(measured) },
    );
  });
});

describe('the time to alert', () => {
  it('is from the qualification to the first alert, once, whatever is sent after it', () => {
    const measured: Measured[] = [];
    return play(
      atWork,
      async (s) => {
        await s.capture('07:00', JANE);
        await s.runToEnd();
        expect(s.sent.length).toBeGreaterThan(2);
        expect(values(measured, 'TimeToAlert')).toEqual([2 * HOUR]);
        s.ignoreMessages();
      },
      { replace: noting(measured) },
    );
  });

  it('is measured again for the next cycle of a lead', () => {
    const measured: Measured[] = [];
    return play(
      atWork,
      async (s) => {
        await s.capture('10:00', JANE);
        await s.accept('10:05', JANE);
        await s.closed('10:10', JANE, 'lost');
        await s.capture('10:20', JANE);
        await s.pass('10:21');
        expect(values(measured, 'TimeToAlert')).toEqual([0, 0]);
        s.ignoreMessages();
      },
      { replace: noting(measured) },
    );
  });

  it('is measured of each lead in a digest, by when the digest went out', () => {
    const measured: Measured[] = [];
    const sla = { accept: clause(1440, []), alerts: { throttle: { max: 1, perMs: 10 * MINUTE } } };
    return play(
      smallAgreement({ reps: [rep('ana'), rep('mia')], territories: [territory('Everywhere', ['ana'])], sla }),
      async (s) => {
        for (const name of ['a', 'b', 'c']) await s.capture('09:00', `${name}@mail.example`);
        await s.pass('10:00');
        expect(values(measured, 'TimeToAlert')).toEqual([0, 10 * MINUTE, 10 * MINUTE]);
        s.ignoreMessages();
      },
      { replace: noting(measured) },
    );
  });

  it('is not measured where no channel took an alert', () => {
    const measured: Measured[] = [];
    return play(
      atWork,
      async (s) => {
        await s.capture('10:00', JANE);
        await s.pass('10:10');
        expect(sum(measured, 'MessageFailed')).toBeGreaterThan(0);
        expect(values(measured, 'TimeToAlert')).toEqual([]);
        s.ignoreMessages();
      },
      { replace: (ports) => ({ ...noting(measured)(ports), messenger: { send: async () => ({ failure: 'down' }) } }) },
    );
  });
});
