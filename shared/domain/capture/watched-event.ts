import type { Anonymous } from '../documents.ts';
import type { Activity, Lead } from '../lead/lead.ts';
import type { Watcher } from '../watch/watch.ts';

/** What an event tells of a person, as watches ask for it. */
export interface Occurred {
  readonly isCapture: boolean;
  /** What the person did by it, newest first. */
  readonly activities: readonly Activity[];
  /** Those of the person's company, as its account has them. */
  readonly ofCompany: readonly Watcher[];
}

/** Nobody did anything, and something came of the lead all the same. */
export const NOTHING_DONE = { isCapture: false, activities: [] } as const satisfies Omit<Occurred, 'ofCompany'>;

const newestFirst = (a: Activity, b: Activity): number => b.at - a.at;

/** With a capture comes what the person did before we knew who they are. */
export const captureOccurred = (before: Lead, anonymous: Anonymous | undefined): Omit<Occurred, 'ofCompany'> => ({
  isCapture: true,
  activities: [...(anonymous?.activities ?? []), ...(before.stage === 'uncaptured' ? before.timeline : [])].toSorted(
    newestFirst,
  ),
});

export const activityOccurred = (activity: Activity): Omit<Occurred, 'ofCompany'> => ({
  isCapture: false,
  activities: [activity],
});
