/** One of the pages and workers of this browser at a time closes or opens. Where browsers have no locks they cannot seal either. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? await locks.request('cordee:fermeture', work) : work();
}
