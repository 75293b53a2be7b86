/** Memory keeps the contract of a store. */
import { memoryStorage } from '../../src/storage/memory.ts';
import { storageContract } from './storage.ts';

storageContract('memory', async () => memoryStorage());
