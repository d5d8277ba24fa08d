import { createMemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import { erasableStoreContract } from './erasable-store-contract.ts';
import { storeContract } from './store-contract.ts';

const make = async () => ({ store: createMemoryStore({ freeze: true }) });

storeContract('in memory', make);
erasableStoreContract('in memory', make);
