import { CommandFailure } from '../command-line/failure.ts';

/** There is no stack to look at, or nobody who may look. */
export class StackNotRead extends CommandFailure {
  override readonly name = 'StackNotRead';
  readonly code = 'STACK_NOT_READ';
  readonly exitCode = 2;
}
