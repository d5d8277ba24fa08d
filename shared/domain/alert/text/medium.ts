/** Where a headline is shown: its alphabet, and how much it holds in the unit that `size` counts. */
export interface Medium {
  /** Writes a text of a language, where that is known, in the alphabet. */
  readonly convert: (text: string, language?: string) => string;
  readonly room: number;
  readonly size: (text: string) => number;
}

/** SNS takes subjects of fewer than 100 characters, in printable ASCII. */
export const SUBJECT_LENGTH = 99;
