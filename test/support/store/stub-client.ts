/** As much of a client of AWS as a stub touches. */
interface Client {
  readonly middlewareStack: {
    add(
      middleware: (
        next: unknown,
        context: { readonly commandName?: string },
      ) => (args: { input: object }) => Promise<object>,
      options: { readonly step: 'initialize' },
    ): void;
  };
}

export type Answer = (command: string, input: object) => object;

/** A client with answers that never were on a wire. */
export const stubbed = <C extends Client>(client: C, answer: Answer): C => {
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      async ({ input }) => ({ output: { $metadata: {}, ...answer(commandName, input) }, response: {} }),
    { step: 'initialize' },
  );
  return client;
};
