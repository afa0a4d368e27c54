import * as Y from 'yjs';

/**
 * `count` replicas of one document, with client ids 1, 2, 3… so that a failing run can be run again. Their links are
 * cut: nothing travels until `rejoin` or `applyUpdate`.
 */
export function replicas(count: number): Y.Doc[] {
  return Array.from({ length: count }, (_, at) => {
    const doc = new Y.Doc();
    doc.clientID = at + 1;
    return doc;
  });
}

/** Gives every document what the others have; afterwards all hold the same. */
export function rejoin(...docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) {
    for (const update of updates) Y.applyUpdate(doc, update);
  }
}

/** How many updates `doc` emits while `work` runs: what would go over the wire. */
export function countUpdates(doc: Y.Doc, work: () => void): number {
  let count = 0;
  const listen = () => {
    count += 1;
  };
  doc.on('update', listen);
  work();
  doc.off('update', listen);
  return count;
}
