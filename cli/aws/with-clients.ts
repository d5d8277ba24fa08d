import { quietClients } from './ask-stack.ts';

/** Clients of AWS, for as long as the work takes. */
export const withClients = async <C extends object, T>(
  shellClients: () => C & Readonly<Record<keyof C, { destroy(): void }>>,
  work: (clients: C) => Promise<T>,
): Promise<T> => {
  quietClients();
  const clients = shellClients();
  try {
    return await work(clients);
  } finally {
    for (const client of Object.values<{ destroy(): void }>(clients)) client.destroy();
  }
};
