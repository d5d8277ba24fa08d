import type { Report } from '../report.ts';
import { counts, decisions, durations, rates, type Table, texts, work } from './table.ts';

/** How far leads came, when, and how fast; and what marketing promised. */
export const stageTables = ({ funnel, times, contactWithinHour, weeks, sla }: Report) => {
  const { cohort, conversion, flow } = funnel;
  const { marketing } = sla;
  return {
    funnel: {
      title: 'Funnel: what became of the leads that came in the period, and what happened in it',
      about:
        'Cohort: the cycles that opened in the period, whatever happened to them later. Flow: what happened in the period, whenever its cycle opened.',
      columns: [...texts(''), ...counts('of those'), ...rates('of the stage before'), ...counts('in the period')],
      rows: [
        ['captured', cohort.captured, null, flow.captured],
        ['qualified (MQL)', cohort.qualified, conversion.qualified, flow.qualified],
        ['accepted (SAL)', cohort.accepted, conversion.accepted, flow.accepted],
        ['sales-qualified (SQL)', cohort.salesQualified, conversion.salesQualified, flow.salesQualified],
        ['won', cohort.won, conversion.won, flow.won],
      ],
    },
    standing: {
      title: 'Where they stand',
      about: 'where the cohort stands. qualified is with sales and not accepted.',
      columns: [...texts(''), ...counts('leads')],
      rows: Object.entries(funnel.standing),
    },
    times: {
      title: 'Times, from qualifying; the verdict from the contact, won from the first form',
      about:
        'of the cycles that qualified in the period. alert, accept, contact: from qualifying to the first alert that got through, to acceptance, to contact. verdict: from contact to the first outcome, or to the rep’s giving it back. won: from the opening. waiting are not done yet, never have ended without it. working counts the hours of the rep who did it.',
      columns: [
        ...texts(''),
        ...counts('done', 'waiting', 'never'),
        ...durations('half', '90 %', '99 %'),
        ...work('working, half', 'working, 99 %'),
      ],
      rows: Object.entries(times).map(([what, { n, waiting, never, wall, working }]) => [
        ...[what, n, waiting, never, wall?.p50 ?? null, wall?.p90 ?? null, wall?.p99 ?? null],
        ...[working?.p50 ?? null, working?.p99 ?? null],
      ]),
    },
    hour: {
      title: 'Contacted within the hour',
      about: 'of those that qualified at least an hour before the end, how many were contacted within 60 minutes.',
      columns: [...counts('qualified', 'within the hour'), ...rates('rate')],
      rows: [[contactWithinHour.of, contactWithinHour.n, contactWithinHour.rate]],
    },
    marketing: {
      title: 'What marketing promised',
      about:
        'delivered: qualified in the period. hot: cycles that became hot. Of them completeAtOnce qualified without anything missing, completedLater after something was, incomplete not yet. completeRate is the first divided by all hot. acceptRate: accepted of the delivered.',
      columns: [
        ...counts('promised a week', 'delivered', 'weeks kept', 'weeks broken', 'hot'),
        ...counts('complete at once', 'completed later', 'incomplete'),
        ...rates('complete at once, rate', 'accepted, rate'),
        ...counts('returned'),
      ],
      rows: [
        [
          ...[marketing.promisedPerWeek, marketing.delivered, marketing.weeksKept, marketing.weeksBroken],
          ...[marketing.hot, marketing.completeAtOnce, marketing.completedLater, marketing.incomplete],
          ...[marketing.completeRate, marketing.acceptRate, marketing.returned],
        ],
      ],
    },
    weeks: {
      title: 'Weeks',
      about:
        'the flow of each ISO week that the period touches. whole: all of its days lie in the period, and none in the future. kept: as many qualified as promised; null of a week that is not whole.',
      columns: [
        ...texts(''),
        ...counts('captured', 'qualified', 'accepted', 'SQL', 'won', 'lost', 'promised'),
        ...decisions('kept'),
      ],
      rows: weeks.map((one) => [
        ...[one.week, one.captured, one.qualified, one.accepted, one.salesQualified, one.won, one.lost],
        ...[one.promised, one.kept],
      ]),
    },
  } satisfies Readonly<Record<string, Table>>;
};
