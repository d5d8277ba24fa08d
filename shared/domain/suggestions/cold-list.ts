import type { Agreement, Rep, Territory } from '../agreement/agreement.ts';
import { timeOf } from '../capture/capture-fields.ts';
import type { Lead } from '../lead/lead.ts';
import { offAt } from '../routing/availability.ts';
import type { RepLoad } from '../routing/rep-load.ts';
import type { Rules } from '../rules.ts';
import { scoreLead } from '../scoring/score.ts';
import { DAY_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { ColdKind } from '../vocabulary/cold-kinds.ts';

/** A lead that sales has not got, and that is ripe for another call. */
export interface ColdLead {
  readonly leadId: string;
  readonly was: ColdKind;
  /** As it is now: what was done fades. */
  readonly score: number;
  /** When it was given back, or last did something. */
  readonly since: Instant;
  readonly territory: string | undefined;
  /** Who could call; undefined where nobody of the team has room. */
  readonly rep: string | undefined;
}

/** Whoever said no, or was not reached, is left alone for a month. */
export const REST_MS = 30 * DAY_MS;
/** Who is warm and quiet for a week does not come any closer by themselves. */
const QUIET_MS = 7 * DAY_MS;

/** A person who wants neither calls nor mail is nobody to call. */
const mayBeContacted = ({ fields }: Lead): boolean =>
  fields['consent.call'] !== false || fields['consent.email'] !== false;

/** When the lead last told something of itself, or did something. */
const lastDone = ({ timeline, cycleFrom, behaviour, stamps }: Lead): Instant =>
  Math.max(
    cycleFrom,
    timeline[0]?.at ?? 0,
    ...Object.values(behaviour.tallies).map(({ at }) => at),
    ...Object.values(stamps).map((stamp) => Date.parse(timeOf(stamp) ?? '') || 0),
  );

type Ripe = Omit<ColdLead, 'territory' | 'rep'> & { readonly lead: Lead };

/** What a lead is worth another call for; undefined where it is not. */
export const ripe = (lead: Lead, rules: Rules, now: Instant): Ripe | undefined => {
  if (!mayBeContacted(lead)) return undefined;
  const { score, grade } = scoreLead(lead, rules, now);
  const leadId = lead.id;
  if (lead.stage === 'ended') {
    const isRested = lead.end === 'recycled' && lead.endedAt <= now - REST_MS;
    return isRested && score > 0 ? { lead, leadId, was: 'recycled', score, since: lead.endedAt } : undefined;
  }
  if (lead.stage !== 'nurture' || grade !== 'warm') return undefined;
  const since = lastDone(lead);
  return since <= now - QUIET_MS ? { lead, leadId, was: 'nurtured', score, since } : undefined;
};

/** Room of whoever has no limit: still counted, so that several of them take turns, the one with fewest leads first. */
const UNLIMITED = 1e9;

/** How many more leads each rep can take, one less for each that is suggested. */
const roomOf = ({ reps }: Agreement, loadOf: (rep: string) => RepLoad, now: Instant) => {
  const room = new Map<string, number>();
  const of = (id: string, rep: Rep): number => {
    const known = room.get(id);
    if (known !== undefined) return known;
    const load = loadOf(id);
    const { open = UNLIMITED } = rep.capacity;
    return offAt(rep, load, now) === undefined ? open - load.open : 0;
  };
  return (team: Territory['team']): string | undefined => {
    let best: { readonly id: string; readonly room: number } | undefined;
    for (const { rep: id } of team) {
      const rep = reps[id];
      const left = rep === undefined ? 0 : of(id, rep);
      if (left > 0 && (best === undefined || left > best.room)) best = { id, room: left };
    }
    if (best !== undefined) room.set(best.id, best.room - 1);
    return best?.id;
  };
};

/**
 * Leads that are worth another call, the best score first, then whoever waits longest; each with a rep of its team who has
 * room, those with most room first.
 */
export const coldList = (
  leads: Iterable<Lead>,
  loadOf: (rep: string) => RepLoad,
  rules: Rules,
  now: Instant,
): readonly ColdLead[] => {
  const found: Ripe[] = [];
  for (const lead of leads) {
    const one = ripe(lead, rules, now);
    if (one !== undefined) found.push(one);
  }
  const callerIn = roomOf(rules.agreement, loadOf, now);
  return found
    .sort((a, b) => b.score - a.score || a.since - b.since || (a.leadId < b.leadId ? -1 : 1))
    .map(({ lead, ...one }) => {
      const territory = rules.territoryOf(lead.fields);
      return { ...one, territory: territory?.name, rep: territory && callerIn(territory.team) };
    });
};
