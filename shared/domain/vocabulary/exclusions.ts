/** Why a rep could not take a lead. `starts-later`: could take it, but only later than somebody who is preferred for that. */
export const EXCLUSIONS = [
  'past-owner',
  'left',
  'language',
  'away',
  'paused',
  'off-hours',
  'starts-later',
  'full',
  'full-today',
  'never-at-work',
  'no-channel',
] as const;

export type Exclusion = (typeof EXCLUSIONS)[number];
