import { AsyncLocalStorage } from 'node:async_hooks';

/** Routes have a copy of this module of their own (decision 0003); what a request brings must be the same for both. */
const KEY = Symbol.for('cordee.audit.network');
const held = globalThis as { [KEY]?: AsyncLocalStorage<string> };
held[KEY] ??= new AsyncLocalStorage<string>();
const current = held[KEY];

/** [AU6] Does this on behalf of a request that came from this network: lines of the trail that are added on the way say so. */
export function withAuditNetwork<Done>(network: string, work: () => Done): Done {
  return current.run(network, work);
}

/** [AU6] Where what happens now was asked from; nothing for what nobody asked for at this moment. */
export function auditNetwork(): { readonly peer?: string } {
  const peer = current.getStore();
  return peer ? { peer } : {};
}
