/** The present, in epoch milliseconds; virtual in the embedded runtime. */
export interface TimeSource {
  now(): number;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
}
