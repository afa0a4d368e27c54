/** What is in a copy of a room, whole: y-indexeddb's updates in their order, and our own few values beside them. */
export interface CopyContent {
  readonly updates: readonly Uint8Array[];
  readonly custom: readonly (readonly [key: string, value: unknown])[];
}

/** What a sealed box holds. */
export type SealedContent =
  /** `name`: of the database that it was. */
  | ({ readonly kind: 'copy'; readonly name: string } & CopyContent)
  /** `key`: of the local storage. */
  | { readonly kind: 'draft'; readonly key: string; readonly value: string };

const LENGTH_BYTES = 4;

/** The head: of updates, their lengths. */
type Written =
  | Extract<SealedContent, { kind: 'draft' }>
  | (Omit<Extract<SealedContent, { kind: 'copy' }>, 'updates'> & { readonly updates: readonly number[] });

/** As bytes: the length of a head in JSON, the head, then the updates one after the other. */
export function writeContent(content: SealedContent): Uint8Array<ArrayBuffer> {
  const updates = content.kind === 'copy' ? content.updates : [];
  const head = new TextEncoder().encode(
    JSON.stringify({ ...content, updates: updates.map(({ byteLength }) => byteLength) }),
  );
  const total = updates.reduce((sum, { byteLength }) => sum + byteLength, LENGTH_BYTES + head.byteLength);
  const bytes = new Uint8Array(total);
  new DataView(bytes.buffer).setUint32(0, head.byteLength);
  bytes.set(head, LENGTH_BYTES);
  let at = LENGTH_BYTES + head.byteLength;
  for (const update of updates) {
    bytes.set(update, at);
    at += update.byteLength;
  }
  return bytes;
}

/** Back from these bytes, which `writeContent` made: nobody else could close them so that they open. */
export function readContent(bytes: Uint8Array<ArrayBuffer>): SealedContent {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  let at = LENGTH_BYTES + length;
  const head: Written = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, at)));
  if (head.kind === 'draft') return { kind: 'draft', key: head.key, value: head.value };
  const updates = head.updates.map((size) => {
    at += size;
    return bytes.slice(at - size, at);
  });
  return { kind: 'copy', name: head.name, custom: head.custom, updates };
}
