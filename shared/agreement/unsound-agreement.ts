/** An agreement that cannot be used. */
export class UnsoundAgreement extends Error {
  /** By which programs know it. */
  readonly code = 'UNSOUND_AGREEMENT';
  constructor(
    /** Each as `file:line:column problem`. */
    readonly problems: readonly string[],
  ) {
    super(`The agreement has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.join('\n')}`);
    this.name = 'UnsoundAgreement';
  }
}
