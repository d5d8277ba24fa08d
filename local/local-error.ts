export type LocalProblem = 'python-missing' | 'install-failed' | 'port-taken' | 'start-failed' | 'command-failed';

/** The local lane could not do something; the message says what to do. */
export class LocalError extends Error {
  readonly code: LocalProblem;

  constructor(code: LocalProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalError';
    this.code = code;
  }
}
