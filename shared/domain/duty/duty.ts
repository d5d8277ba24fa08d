import type { Interval } from '../time/interval.ts';
import type { Schedule } from '../time/schedule.ts';

/** Who takes the leads that nobody of a team can take, and when. */
export interface Duty {
  readonly name: string;
  /** When somebody is on duty. Nobody's absences are in it. */
  readonly schedule: Schedule;
  readonly rotation: Rotation;
  /** Who stands in for the rotation; of two that hold an instant the first counts. */
  readonly shifts: readonly Shift[];
}

/** Reps who follow each other, each for as long as the other. Days are local ones since 1970-01-01. */
export interface Rotation {
  /** In their order, each once or more. */
  readonly reps: readonly string[];
  /** From the beginning of this day on, beginning with the first of the reps. */
  readonly from: number;
  readonly everyDays: 1 | 7;
  /** Every day that is a multiple of `everyDays` from here has a handoff. Those up to the day `from` pass nothing on. */
  readonly handoffDay: number;
  /** Minutes from the midnight of that day. */
  readonly handoffMinute: number;
}

/** Somebody on duty from one instant to another. */
export interface Shift extends Interval {
  /** The rep's id. */
  readonly rep: string;
}
