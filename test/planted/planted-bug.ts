/** Where a bug shows: a test by its file and (a part of) its title, or so many random schedules of a flow of the sweep. */
export type FoundBy =
  | { readonly test: string; readonly title: string }
  | { readonly flow: string; readonly seed: number; readonly schedules: number };

/** A mistake that somebody could make, as a change of one place of the code. */
export interface PlantedBug {
  readonly bug: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly text: string;
  /** What stands there instead. */
  readonly planted: string;
  readonly foundBy: FoundBy;
}
