import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { formatDuration } from '../../shared/domain/time/iso-duration.ts';
import type { ClauseName } from '../../shared/domain/vocabulary/clauses.ts';
import type { AlertFigures } from '../simulate/alert-times.ts';
import { keepsBound, type TeamFairness } from './fairness.ts';
import type { Load, OwnersOf, Side } from './play-side.ts';

interface Both<T> {
  readonly a: T;
  readonly b: T;
}

export interface Counts {
  readonly qualified: number;
  readonly assigned: number;
  /** Leads that ever stood in line. */
  readonly waited: number;
}

/** Who was never alerted ranks last. */
export interface TimeToAlert {
  readonly p50: string;
  readonly p99: string;
  /** Which of the two is of a lead that was not alerted: it waited at least so long. */
  readonly atLeast: readonly ('p50' | 'p99')[];
  /** Within the promise of the agreement, later, and never. */
  readonly inTime: number;
  readonly late: number;
  readonly notAlerted: number;
}

/** Two agreements over the same feed; `a` is that of --agreement, `b` that of --with. Durations are ISO 8601. */
export interface Comparison {
  readonly agreements: Both<{ readonly folder: string; readonly hash: string }>;
  readonly counts: Both<Counts>;
  readonly leads: {
    readonly firstDiffers: number;
    readonly lastDiffers: number;
    /** Every lead whose first or last owner differs; null where it had none. */
    readonly list: readonly (Both<Omit<OwnersOf, 'email'> | null> & { readonly email: string })[];
  };
  readonly reps: readonly (Both<Load & { readonly share: number }> & { readonly rep: string })[];
  readonly teams: readonly (Both<(Omit<TeamFairness, 'team'> & { readonly kept: boolean }) | null> & {
    readonly team: string;
  })[];
  /** Null where no lead was qualified. */
  readonly timeToAlert: Both<TimeToAlert | null>;
  readonly clauses: readonly (Both<{ readonly kept: number; readonly broken: number }> & {
    readonly clause: ClauseName;
  })[];
}

export interface Played {
  readonly folder: string;
  readonly agreement: Agreement;
  readonly side: Side;
}

const both = <From, To>(of: Both<From>, make: (from: From) => To): Both<To> => ({ a: make(of.a), b: make(of.b) });

const countsOf = ({ figures, owners }: Side): Counts => ({
  qualified: figures.qualified,
  assigned: owners.size,
  waited: figures.waited,
});

const leadsOf = ({ a, b }: Both<Side>): Comparison['leads'] => {
  const ids = new Set([...a.owners.keys(), ...b.owners.keys()]);
  const all = [...ids].map((id) => ({ a: a.owners.get(id), b: b.owners.get(id) }));
  const differ = all.filter((lead) => lead.a?.first !== lead.b?.first || lead.a?.last !== lead.b?.last);
  const shown = (owners: OwnersOf | undefined): Omit<OwnersOf, 'email'> | null => {
    if (owners === undefined) return null;
    const { email: _, ...rest } = owners;
    return rest;
  };
  return {
    firstDiffers: all.filter((lead) => lead.a?.first !== lead.b?.first).length,
    lastDiffers: all.filter((lead) => lead.a?.last !== lead.b?.last).length,
    list: differ
      .map((lead) => ({ email: lead.a?.email ?? lead.b?.email ?? '', a: shown(lead.a), b: shown(lead.b) }))
      .sort((one, other) => (one.email < other.email ? -1 : 1)),
  };
};

const repsOf = (sides: Both<Side>): Comparison['reps'] => {
  const ids = [...new Set([...sides.a.loads.keys(), ...sides.b.loads.keys()])].sort();
  const totals = both(sides, ({ loads }) => [...loads.values()].reduce((sum, { leads }) => sum + leads, 0));
  const loadOf = ({ loads }: Side, total: number, rep: string) => {
    const { leads, peak } = loads.get(rep) ?? { leads: 0, peak: 0 };
    return { leads, share: total === 0 ? 0 : leads / total, peak };
  };
  return ids.map((rep) => ({ rep, a: loadOf(sides.a, totals.a, rep), b: loadOf(sides.b, totals.b, rep) }));
};

const teamsOf = (sides: Both<Side>): Comparison['teams'] => {
  const names = new Set([...sides.a.teams, ...sides.b.teams].map(({ team }) => team));
  const teamOf = ({ teams }: Side, name: string) => {
    const found = teams.find(({ team }) => team === name);
    if (found === undefined) return null;
    const { team: _, ...fairness } = found;
    return { ...fairness, kept: keepsBound(found) };
  };
  return [...names].map((team) => ({ team, ...both(sides, (side) => teamOf(side, team)) }));
};

const RANKS = ['p50', 'p99'] as const;

const timeToAlertOf = (figures: AlertFigures): TimeToAlert => {
  const { p50, p99, inTime, late, notAlerted } = figures;
  return {
    p50: formatDuration(p50.ms),
    p99: formatDuration(p99.ms),
    atLeast: RANKS.filter((rank) => !figures[rank].alerted),
    inTime,
    late,
    notAlerted,
  };
};

export const compareSides = (played: Both<Played>): Comparison => {
  const sides = both(played, ({ side }) => side);
  return {
    agreements: both(played, ({ folder, agreement }) => ({ folder, hash: agreement.hash })),
    counts: both(sides, countsOf),
    leads: leadsOf(sides),
    reps: repsOf(sides),
    teams: teamsOf(sides),
    timeToAlert: both(sides, ({ figures: { timeToAlert } }) =>
      timeToAlert === undefined ? null : timeToAlertOf(timeToAlert),
    ),
    clauses: sides.a.figures.clauses.map(({ clause, kept, broken }) => {
      const other = sides.b.figures.clauses.find((one) => one.clause === clause);
      return { clause, a: { kept, broken }, b: { kept: other?.kept ?? 0, broken: other?.broken ?? 0 } };
    }),
  };
};
