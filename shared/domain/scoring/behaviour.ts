import type { Scoring } from '../agreement/agreement.ts';
import type { Fields } from '../condition/condition.ts';
import { type Activity, type Behaviour, type Tally, TIMELINE_LIMIT } from '../lead/lead.ts';
import { textBytes } from '../lead/text-bytes.ts';
import type { Instant } from '../time/instant.ts';

export const NO_BEHAVIOUR: Behaviour = { tallies: {}, handRaised: false };

const decay = (ms: number, halfLifeMs: number): number => 2 ** (-ms / halfLifeMs);

/** What a tally is worth at an instant that is not before its own. */
export const tallyAt = (tally: Tally, now: Instant, halfLifeMs: number): number =>
  tally.sum * decay(Math.max(0, now - tally.at), halfLifeMs);

/** Tallies are kept as at their newest event, so their sum does not depend on the order of arrival. */
const addTallies = (a: Tally | undefined, b: Tally, halfLifeMs: number): Tally => {
  if (a === undefined) return b;
  const at = Math.max(a.at, b.at);
  return { sum: tallyAt(a, at, halfLifeMs) + tallyAt(b, at, halfLifeMs), at };
};

export type ActivityMatcher = (activity: Activity) => readonly { readonly name: string; readonly handRaise: boolean }[];

/** Counts an activity under each action of the agreement that it is. */
export const addActivity = (
  behaviour: Behaviour,
  activity: Activity,
  actions: ActivityMatcher,
  halfLifeMs: number,
): Behaviour => {
  const matching = actions(activity);
  if (matching.length === 0) return behaviour;
  const tallies = { ...behaviour.tallies };
  let handRaised = behaviour.handRaised;
  for (const action of matching) {
    tallies[action.name] = addTallies(tallies[action.name], { sum: 1, at: activity.at }, halfLifeMs);
    handRaised ||= action.handRaise;
  }
  return { tallies, handRaised };
};

const newestFirst = (a: Activity, b: Activity): number =>
  b.at - a.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const activityBytes = ({ kind, url = '', contentId = '', title = '' }: Activity): number =>
  50 + textBytes(kind) + textBytes(url) + textBytes(contentId) + textBytes(title);

/** Newest first, at most so many, of so many bytes; the newest itself whatever it takes. */
export const joinTimeline = (
  a: readonly Activity[],
  b: readonly Activity[],
  limit: { readonly activities: number; readonly bytes: number } = TIMELINE_LIMIT,
): readonly Activity[] => {
  let bytes = 0;
  // Spread into one list, they would be kept with room for many more.
  const joined = a.concat(b).sort(newestFirst);
  const first = joined.findIndex((activity, index) => {
    bytes += activityBytes(activity);
    return index > 0 && (index >= limit.activities || bytes > limit.bytes);
  });
  return first === -1 ? joined : joined.slice(0, first);
};

const activityFields = (activity: Activity): Fields => ({
  kind: activity.kind,
  ...(activity.url === undefined ? {} : { url: activity.url }),
  ...(activity.contentId === undefined ? {} : { contentId: activity.contentId }),
  ...(activity.title === undefined ? {} : { title: activity.title }),
});

/** Which actions an activity is; compiled once for an agreement. */
export const createActivityMatcher = (
  scoring: Scoring,
  compile: (condition: NonNullable<Scoring['behaviour']['actions'][number]['when']>) => (fields: Fields) => boolean,
): ActivityMatcher => {
  const byKind = new Map<
    string,
    { name: string; handRaise: boolean; holds: ((fields: Fields) => boolean) | undefined }[]
  >();
  for (const { name, kind, handRaise, when } of scoring.behaviour.actions) {
    const list = byKind.get(kind.toLowerCase()) ?? [];
    list.push({ name, handRaise, holds: when === undefined ? undefined : compile(when) });
    byKind.set(kind.toLowerCase(), list);
  }
  return (activity) => {
    const candidates = byKind.get(activity.kind.toLowerCase());
    if (candidates === undefined) return [];
    const fields = activityFields(activity);
    return candidates.filter(({ holds }) => holds === undefined || holds(fields));
  };
};
