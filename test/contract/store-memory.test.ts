import { createMemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import { storeContract } from './store-contract.ts';

storeContract('in memory', async () => ({ store: createMemoryStore({ freeze: true }) }));
