import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { withClients } from '#shared/realtime/update-structs.ts';

/** What two have written in one document: text in text, values that were replaced, something that was removed. */
function written(clientIds: readonly [number, number]): Y.Doc {
  const doc = new Y.Doc();
  for (const [index, clientId] of clientIds.entries()) {
    doc.clientID = clientId;
    const fragment = doc.getXmlFragment('default');
    const paragraph = new Y.XmlElement('p');
    paragraph.insert(0, [new Y.XmlText(`Écrit par ${index}`)]);
    fragment.insert(index, [paragraph]);
    doc.getMap('values').set('a', index);
    doc.getMap('values').set('a', [index, { deep: index }]);
    const text = doc.getText('text');
    text.insert(Math.min(2, text.length), 'abcdef');
    text.delete(1, 2);
  }
  return doc;
}

const contentOf = (doc: Y.Doc) => [
  doc.getXmlFragment('default').toJSON(),
  doc.getMap('values').toJSON(),
  doc.getText('text').toJSON(),
];

const applied = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};

test('[R3] what is written again under another clientID says the same, and nothing stays under the former one', () => {
  const before = written([7, 9]);
  const renewed = withClients(Y.encodeStateAsUpdate(before), new Map([[7, 4_000_000_000]]));
  const after = applied(renewed);
  expect(contentOf(after)).toEqual(contentOf(before));
  expect([...after.store.clients.keys()].sort()).toEqual([4_000_000_000, 9]);
  expect(after.store.pendingStructs).toBeNull();
  const sizes = (doc: Y.Doc, client: number) => [
    Y.getState(doc.store, client),
    Y.createDeleteSetFromStructStore(doc.store).clients.get(client),
  ];
  expect(sizes(after, 4_000_000_000)).toEqual(sizes(before, 7));
});

test('[R3] a part that stands under the new clientID already does not come twice', () => {
  const before = written([7, 9]);
  const names = new Map([[7, 8]]);
  const renewed = withClients(Y.encodeStateAsUpdate(before), names);
  // Another tab has brought the renewed text into a copy that still holds the former one.
  const mixed = Y.mergeUpdates([renewed, Y.encodeStateAsUpdate(before)]);
  expect(contentOf(applied(withClients(mixed, names)))).toEqual(contentOf(before));
  expect(contentOf(applied(renewed, withClients(Y.encodeStateAsUpdate(before), names)))).toEqual(
    contentOf(before),
  );
});
