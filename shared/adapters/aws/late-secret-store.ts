import type { SecretStore } from '../../ports/secret-store.ts';
import { openOnce } from './open-once.ts';
import type { SecretReading } from './open-secret-store.ts';

/** The same secrets for whoever seldom needs one: SSM's client is a chunk of its own, and is loaded with the first. */
export const createLateSecretStore = (reading: SecretReading): SecretStore => {
  const opened = openOnce(async () => (await import('./open-secret-store.ts')).openSecretStore(reading));
  return { read: async (name) => (await opened()).read(name) };
};
