import * as Y from 'yjs';
import type { Repeated } from './run.ts';

/** An object without letters, an image or a rule, with all by which it is the same as another. */
interface Thing {
  readonly key: string;
  /** Does anything but its kind tell it from others? */
  readonly isOwn: boolean;
  readonly id: Y.ID;
}

/** [LG1] Objects without letters: whoever moves an image, or brings it back, did not put it there. */
export class ObjectLineage {
  /** What once went, by what it was. */
  readonly #gone = new Map<string, Y.ID>();

  /** Those of a transaction that are one that went with it, or one with the same attributes that went before. */
  read(transaction: Y.Transaction): Repeated[] {
    const [came, went]: [Thing[], Thing[]] = [[], []];
    for (const [client, after] of transaction.afterState) {
      const before = transaction.beforeState.get(client) ?? 0;
      const structs = transaction.doc.store.clients.get(client);
      if (after <= before || !structs) continue;
      for (const struct of structs.slice(Y.findIndexSS(structs, before)))
        if (!struct.deleted) came.push(...thingOf(struct));
    }
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct: Y.AbstractStruct) => {
      const isOld = struct.id.clock < (transaction.beforeState.get(struct.id.client) ?? 0);
      if (isOld) went.push(...thingOf(struct));
    });
    const repeated = came.flatMap(({ key, isOwn, id }) => {
      const at = went.findIndex((one) => one.key === key);
      const from = at >= 0 ? went.splice(at, 1)[0]?.id : isOwn && this.#gone.get(key);
      return from ? [{ client: id.client, clock: id.clock, length: 1, from }] : [];
    });
    for (const { key, isOwn, id } of went) if (isOwn) this.#gone.set(key, id);
    return repeated;
  }
}

function thingOf(struct: Y.AbstractStruct): Thing[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return [];
  const { type } = struct.content;
  if (!(type instanceof Y.XmlElement) || type._start !== null) return [];
  // Of what is deleted the attributes are too: what they were stands in their items.
  const attributes = [...type._map].map(([name, { content }]) => [name, content.getContent().at(-1)]);
  const key = JSON.stringify([type.nodeName, attributes.sort()], (_, value) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  return [{ key, isOwn: attributes.length > 0, id: struct.id }];
}
