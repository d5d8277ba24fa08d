import { zoneNamed } from '../../../examples/zone-named.ts';
import type { Agreement, Clause, Rep, Scoring, Sla, Territory } from '../../../shared/domain/agreement/agreement.ts';
import type { Duty } from '../../../shared/domain/duty/duty.ts';
import type { Opening, Schedule } from '../../../shared/domain/time/schedule.ts';
import type { Watch } from '../../../shared/domain/watch/watch.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const week = (timeZone: string, days: readonly (readonly Opening[])[]): Schedule => ({
  zone: zoneNamed(timeZone),
  week: days,
  holidays: [],
  dateHours: {},
  breaks: {},
  away: [],
});

/** At work at every hour. */
export const always = (timeZone = 'UTC'): Schedule =>
  week(
    timeZone,
    Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  );

/** At work from Monday to Friday, from one full hour to another. */
export const weekdays = (from: number, to: number, timeZone = 'UTC'): Schedule =>
  week(
    timeZone,
    Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: from * 60, to: to * 60 }] : [])),
  );

/** Somebody whom both channels reach at every hour; their manager is Mia. */
export const rep = (id: string, parts: Partial<Rep> = {}): Rep => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  email: `${id}@sales.example`,
  phone: `+49170${[...id].map((letter) => letter.charCodeAt(0) % 10).join('')}00000`.slice(0, 13),
  manager: 'mia',
  languages: [],
  schedule: always(),
  capacity: {},
  channels: ['sms', 'email'],
  ...parts,
});

export const withoutManager = ({ manager: _, ...one }: Rep): Rep => one;
export const withoutPhone = ({ phone: _, ...one }: Rep): Rep => ({ ...one, channels: ['email'] });

/** A team's name is its territory's; without `when` it takes every lead. */
export const territory = (name: string, team: readonly string[], parts: Partial<Territory> = {}): Territory => ({
  name,
  team: team.map((one) => ({ rep: one, weight: 1 })),
  share: 'count',
  matchLanguage: false,
  ...parts,
});

export const clause = (
  withinMinutes: number,
  steps: readonly (readonly [minutes: number, step: Clause['steps'][number]['do']])[],
  clock: Clause['clock'] = 'working',
): Clause => ({
  withinMs: withinMinutes * MINUTE,
  clock,
  steps: steps.map(([minutes, step]) => ({ atMs: minutes * MINUTE, do: step })),
});

/** As in the design: 60 points are hot, a demo raises a hand, pricing pages count 15 and 30 at most. */
const SCORING: Scoring = {
  hot: 60,
  warm: 30,
  minimum: ['person.email', 'company.name'],
  fit: [
    { name: 'large company', when: { field: 'company.employees', test: { gte: 200 } }, points: 60 },
    { name: 'rival', when: { field: 'company.name', test: { in: ['Rival'] } }, points: -100 },
  ],
  behaviour: {
    halfLifeMs: 14 * DAY,
    actions: [
      { name: 'asked for a demo', kind: 'demo-requested', points: 60, handRaise: true },
      {
        name: 'read pricing',
        kind: 'page-viewed',
        when: { field: 'url', test: { contains: '/pricing' } },
        points: 15,
        atMost: 30,
        handRaise: false,
      },
      { name: 'attended a webinar', kind: 'webinar-attended', points: 40, handRaise: false },
    ],
  },
  freeMail: ['mail.example'],
};

/** The design's own clauses. */
const SLA: Sla = {
  alert: { withinMs: HOUR, steps: [] },
  accept: clause(30, [
    [15, 'remind'],
    [30, 'reassign'],
  ]),
  contact: clause(60, [
    [45, 'remind'],
    [60, 'tell-manager'],
    [240, 'reassign'],
  ]),
  verdict: clause(2400, [
    [1920, 'remind'],
    [2400, 'tell-manager'],
  ]),
  maxOwners: 3,
  rejectReasons: {
    'not-a-fit': 'recycle',
    'wrong-territory': 'reassign',
    duplicate: 'close',
    'bad-contact': 'return-to-marketing',
    'no-time': 'reassign',
  },
  alerts: {},
};

export interface SmallParts {
  readonly reps?: readonly Rep[];
  readonly territories?: readonly Territory[];
  readonly duties?: readonly Duty[];
  readonly sla?: Partial<Sla>;
  readonly scoring?: Partial<Scoring>;
  readonly watches?: readonly Watch[];
  readonly hash?: string;
}

/** Ana, Ben and Cem share every lead and report to Mia, unless the parts say otherwise. */
export const smallAgreement = (parts: SmallParts = {}): Agreement => {
  const reps = parts.reps ?? [rep('ana'), rep('ben'), rep('cem'), withoutManager(rep('mia'))];
  return {
    hash: parts.hash ?? 'small',
    scoring: { ...SCORING, ...parts.scoring },
    territories: parts.territories ?? [territory('Everywhere', ['ana', 'ben', 'cem'])],
    reps: Object.fromEntries(reps.map((one) => [one.id, one])),
    duties: Object.fromEntries((parts.duties ?? []).map((one) => [one.name, one])),
    sla: { ...SLA, ...parts.sla },
    content: [],
    ...(parts.watches === undefined ? {} : { watches: parts.watches }),
  };
};
