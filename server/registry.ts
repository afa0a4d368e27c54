import { operations } from './all-operations.ts';
import { tellingOperations } from './told-operations.ts';

export type Registered = typeof operations;
/** [NO12] Every way to change something, by name, telling what it does in the programme. */
export const registry: Registered = { ...operations, ...tellingOperations(operations) };
