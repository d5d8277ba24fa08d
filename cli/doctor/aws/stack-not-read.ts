/** There is no stack to look at, or nobody who may look: exit code 2. */
export class StackNotRead extends Error {
  readonly code = 'STACK_NOT_READ';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StackNotRead';
  }
}
