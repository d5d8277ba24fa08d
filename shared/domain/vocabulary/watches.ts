/** What may happen of a lead that is watched, what tells most first: one event may be several of them. */
export const HAPPENINGS = ['qualified', 'matched', 'activity', 'captured'] as const;

export type Happening = (typeof HAPPENINGS)[number];

/** What a watch on a person or a company tells where it does not say. */
export const OF_SOMEBODY: readonly Happening[] = HAPPENINGS.filter((one) => one !== 'matched');

/** Whom a watch of the agreement may tell beside reps by their ids. */
export const WATCH_ROLES = ['marketing', 'owner', 'manager'] as const;

export type WatchRole = (typeof WATCH_ROLES)[number];

/** What a rep may watch from a lead's page: the person, or all that its company does. */
export const WATCH_SUBJECTS = ['person', 'company'] as const;

export type WatchSubject = (typeof WATCH_SUBJECTS)[number];

/** What a rep may ask of a watch on a page. */
export const WATCH_COMMANDS = ['start', 'stop'] as const;

export type WatchCommand = (typeof WATCH_COMMANDS)[number];
