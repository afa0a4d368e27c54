import * as Y from 'yjs';
import type { ClockRange } from './clock-set.ts';

/** An update that would harm whoever reads it later. */
export class BadUpdate extends Error {}

/** What an update brings: structs by client, and deletions. */
export interface UpdateMeta {
  readonly structs: readonly ClockRange[];
  readonly deletes: readonly ClockRange[];
}

/** No client writes four thousand million characters in one session; larger clocks only serve to overflow. */
const MOST_CLOCK = 2 ** 32;
/** Ours nest four or five deep. The limit keeps every recursive reader and writer far from the end of its stack. */
const MOST_DEPTH = 64;

/**
 * Decodes a whole update of the outside and says what it brings.
 * Refused beyond what does not decode: shapes that decode and then break a Y.Doc that applies them, so that no writer
 * can make a document unreadable for the others ([R4] in docs/rules.md).
 * The bytes must have an ArrayBuffer of their own (see `wire.ts`).
 * @throws {BadUpdate}
 */
export function readUpdate(update: Uint8Array): UpdateMeta {
  const decoded = decode(update);
  for (const struct of decoded.structs) {
    checkClocks(struct.id.client, struct.id.clock, struct.length);
    if (struct instanceof Y.Item) checkItem(struct);
  }
  for (const [client, items] of decoded.ds.clients) {
    for (const { clock, len } of items) checkClocks(client, clock, len);
  }
  return metaOf(decoded);
}

/** What a stored update brings: it was checked when it came, and must be opened whatever a later rule says of it. */
export function describeUpdate(update: Uint8Array): UpdateMeta {
  return metaOf(decode(update));
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

function metaOf({ structs, ds }: Decoded): UpdateMeta {
  const ranges: ClockRange[] = [];
  let last: { client: number; from: number; to: number } | undefined;
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const to = clock + struct.length;
    if (last?.client === client && last.to === clock) last.to = to;
    else {
      last = { client, from: clock, to };
      ranges.push(last);
    }
  }
  const deletes: ClockRange[] = [];
  for (const [client, items] of ds.clients) {
    for (const { clock, len } of items) if (len > 0) deletes.push({ client, from: clock, to: clock + len });
  }
  return { structs: ranges, deletes };
}

function checkClocks(client: number, clock: number, length: number): void {
  if (length < 1 || clock + length > MOST_CLOCK || !Number.isSafeInteger(client)) {
    throw new BadUpdate('impossible clock');
  }
}

function decode(update: Uint8Array): Decoded {
  try {
    return Y.decodeUpdate(update);
  } catch (error) {
    throw new BadUpdate('does not decode', { cause: error });
  }
}

function checkItem(item: Y.Item): void {
  const { client, clock } = item.id;
  // A struct may only lean on older ones of its own client: Yjs looks for them without checking, and throws.
  for (const id of [item.origin, item.rightOrigin, item.parent]) {
    if (id instanceof Y.ID && id.client === client && id.clock >= clock)
      throw new BadUpdate('leans on the future');
  }
  const { content } = item;
  if (content instanceof Y.ContentDoc) throw new BadUpdate('subdocument');
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) checkDepth(content.arr);
  else if (content instanceof Y.ContentEmbed) checkDepth(content.embed);
  else if (content instanceof Y.ContentFormat) checkDepth(content.value);
}

function checkDepth(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) throw new BadUpdate('nested too deep');
    level = level.flatMap((inner) =>
      typeof inner === 'object' && inner !== null && !(inner instanceof Uint8Array)
        ? Object.values(inner)
        : [],
    );
  }
}
