/** Removes a database. One that a page is slow to let go of leaves as soon as that page does. */
export function removeDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const removal = indexedDB.deleteDatabase(name);
    removal.onsuccess = removal.onerror = removal.onblocked = () => resolve();
  });
}
