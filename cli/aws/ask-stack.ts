import { StackNotRead } from './stack-not-read.ts';

/** Of the Node that later versions of the clients will need; these are pinned, and stderr is for what is wrong. */
export const quietClients = (): void => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
};

/** Asks AWS something about a stack. Throws StackNotRead, with the permissions that may be missing, where it does not answer. */
export const askStack = async <T>(what: string, permissions: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof StackNotRead) throw error;
    const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\s+/g, ' ');
    throw new StackNotRead(`AWS did not answer about ${what}: ${reason}. Allow whoever asks ${permissions}`, {
      cause: error,
    });
  }
};
