/** A command cannot do what it was asked. It is told in plain words, without a stack trace. */
export abstract class CommandFailure extends Error {
  abstract readonly code: string;
  /** 1: what was asked is not so; 2: it could not be looked at. */
  abstract readonly exitCode: 1 | 2;
  /** Lines that come before the message, such as one for each problem of a file. */
  readonly details: readonly string[] = [];
}

/** A file that was given cannot be worked with. */
export class UnusableInput extends CommandFailure {
  override readonly name = 'UnusableInput';
  readonly code = 'UNUSABLE_INPUT';
  readonly exitCode = 2;
}

/** The command was used wrongly; each message is a sentence without its full stop. */
export class UsageError extends CommandFailure {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
  readonly exitCode = 2;
  readonly messages: readonly string[];
  constructor(...messages: readonly [string, ...string[]]) {
    super(messages.join('; '));
    this.messages = messages;
  }
}
