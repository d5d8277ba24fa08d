import { createMemoryMeasuredStore } from '../../shared/adapters/memory/memory-measured-store.ts';
import { measuredStoreContract } from './measured-store-contract.ts';

measuredStoreContract('in memory', async () => ({ measured: createMemoryMeasuredStore() }));
