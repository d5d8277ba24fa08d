import { matches } from '../condition/matches.ts';
import type { Decision } from '../lead/decision.ts';
import type { Fact } from '../lead/facts.ts';
import { isForgotten, type Lead, ownerOf } from '../lead/lead.ts';
import { maySee } from '../lead/may-see.ts';
import { oweWatch } from '../lead/owe-watch.ts';
import type { Rules } from '../rules.ts';
import { managerOfTerritory } from '../territory/managers.ts';
import type { Instant } from '../time/instant.ts';
import { HAPPENINGS, type Happening, OF_SOMEBODY, type WatchRole } from '../vocabulary/watches.ts';
import type { Happened, ToldBy, Watch, Watcher } from '../watch/watch.ts';
import { MOST_TOLD, stillWatching } from '../watch/watchers.ts';
import type { Occurred } from './watched-event.ts';

/** Whom a happening is told, and by what. `rep` is null for marketing. */
interface Hit {
  readonly rep: string | null;
  readonly happened: Happened;
}

const isUnknown = (lead: Lead): boolean => lead.stage === 'uncaptured' || isForgotten(lead);

const isAbout = ({ person, company, when }: Watch, lead: Lead): boolean =>
  !isUnknown(lead) &&
  (person === undefined || person === lead.email) &&
  (company === undefined || company === lead.fields['company.domain']) &&
  (when === undefined || matches(when, lead.fields));

/** The most telling of what a watch asks for, if any of it has happened. */
const happenedOf = (
  { happens, does, name }: Pick<Watch, 'happens' | 'does'> & { readonly name?: string },
  { isQualified, isMatched, occurred, now }: Case & { readonly isMatched: boolean },
): Happened | undefined => {
  const done = occurred.activities.find(({ kind }) => does === undefined || does.includes(kind.toLowerCase()));
  const is: Readonly<Record<Happening, boolean>> = {
    qualified: isQualified,
    matched: isMatched,
    activity: done !== undefined,
    captured: occurred.isCapture,
  };
  const what = HAPPENINGS.find((one) => happens.includes(one) && is[one]);
  if (what === undefined) return undefined;
  const by = name === undefined ? {} : { watch: name };
  if (what !== 'activity' || done === undefined) return { what, at: now, ...by };
  const { kind, title, at } = done;
  return { what, at: Math.min(at, now), kind, ...(title === undefined ? {} : { title }), ...by };
};

interface Case {
  readonly before: Lead;
  readonly lead: Lead;
  readonly isQualified: boolean;
  readonly occurred: Occurred;
  readonly rules: Rules;
  readonly now: Instant;
}

const roleOf = (role: WatchRole, { lead, rules }: Case): string | null | undefined => {
  const { agreement, territoryOf } = rules;
  const owner = ownerOf(lead);
  switch (role) {
    case 'marketing':
      return agreement.sla.marketing?.email === undefined ? undefined : null;
    case 'owner':
      return owner?.rep;
    case 'manager': {
      if (owner !== undefined) return owner.manager ?? agreement.reps[owner.rep]?.manager;
      const territory = territoryOf(lead.fields);
      return territory && managerOfTerritory(territory, agreement);
    }
  }
};

const readerOf = (told: ToldBy, of: Case): string | null | undefined =>
  'rep' in told ? told.rep : roleOf(told.role, of);

const hitsOfAgreement = (of: Case): readonly Hit[] =>
  (of.rules.agreement.watches ?? []).flatMap((watch): readonly Hit[] => {
    if (!isAbout(watch, of.lead)) return [];
    const happened = happenedOf(watch, { isMatched: !isAbout(watch, of.before), ...of });
    if (happened === undefined) return [];
    return watch.tell.flatMap((told): readonly Hit[] => {
      const rep = readerOf(told, of);
      return rep === undefined ? [] : [{ rep, happened }];
    });
  });

const hitsOfReps = (watchers: readonly Watcher[], of: Case): readonly Hit[] => {
  const happened = happenedOf({ happens: OF_SOMEBODY }, { isMatched: false, ...of });
  return happened === undefined ? [] : watchers.map(({ rep }) => ({ rep, happened }));
};

const rank = ({ happened }: Hit): number => HAPPENINGS.indexOf(happened.what);

/** Each reader once, by what tells most; of equals by what the agreement names first. */
const onceEach = (hits: readonly Hit[]): readonly Hit[] => {
  const best = new Map<string | null, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.rep);
    if (known === undefined || rank(hit) < rank(known)) best.set(hit.rep, hit);
  }
  return [...best.values()];
};

const told = ({ rep, happened: { what, kind, watch } }: Hit) => ({
  ...(rep === null ? {} : { rep }),
  ...(watch === undefined ? {} : { watch }),
  what,
  ...(kind === undefined ? {} : { kind }),
});

/**
 * A decision with what it owes to those who watch for it. One event is one happening, and is told a watcher once,
 * however many watches of theirs it meets; only to who may see the lead as the decision leaves it.
 */
export const tellWatchers = (
  before: Lead,
  decision: Decision,
  occurred: Occurred,
  { rules, now }: { readonly rules: Rules; readonly now: Instant },
): Decision => {
  const { lead, facts } = decision;
  if (isUnknown(lead)) return decision;
  const isQualified = facts.some((fact) => fact.type === 'LeadQualified' && fact.data.by === undefined);
  const of: Case = { before, lead, isQualified, occurred, rules, now };
  const own = [...stillWatching(lead.watchers, now), ...stillWatching(occurred.ofCompany, now)];
  const due = onceEach([...hitsOfAgreement(of), ...hitsOfReps(own, of)]).filter(
    ({ rep }) => rep === null || (rules.agreement.reps[rep] !== undefined && maySee(lead, rep, rules)),
  );
  const hits = due.slice(0, MOST_TOLD);
  if (hits.length === 0) return decision;
  const fact: Fact = {
    type: 'WatchTriggered',
    data: {
      watchers: hits.map(told),
      ...(due.length === hits.length ? {} : { untold: due.length - hits.length }),
    },
  };
  const owed = { sequence: before.sequence + facts.length + 1, attempt: lead.attempt, at: now };
  const notices = hits.reduce((owing, { rep, happened }) => oweWatch(owing, rep, happened, owed), lead.notices);
  return { ...decision, lead: { ...lead, notices }, facts: [...facts, fact] };
};
