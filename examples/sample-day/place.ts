import type { Some } from '../dice.ts';

/** Where leads of a territory come from, who they are and where they work. */
export interface Place {
  readonly country: string;
  /** ISO 3166-2, where the territory asks for it. */
  readonly regions?: Some<string>;
  readonly timeZone: string;
  readonly language: string;
  readonly names: Some<readonly [firstName: string, lastName: string]>;
  readonly companies: Some<string>;
  /** From a range that the country's regulator keeps for fiction; each `x` is a digit from 2 to 9. */
  readonly phone?: string;
}
