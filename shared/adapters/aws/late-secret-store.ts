import type { SecretStore } from '../../ports/secret-store.ts';
import type { SecretReading } from './open-secret-store.ts';

/** The same secrets for whoever seldom needs one: SSM's client is a chunk of its own, and is loaded with the first. */
export const createLateSecretStore = (reading: SecretReading): SecretStore => {
  let opened: Promise<SecretStore> | undefined;
  /** What could not be loaded is loaded anew the next time. */
  const forget = (error: unknown): never => {
    opened = undefined;
    throw error;
  };
  const open = async (): Promise<SecretStore> => (await import('./open-secret-store.ts')).openSecretStore(reading);
  return {
    read: async (name) => {
      opened ??= open().catch(forget);
      return (await opened).read(name);
    },
  };
};
