import * as Y from 'yjs';
import type { ClockRange } from './clock-set.ts';
import { readTyping } from './read-typing.ts';
import type { UpdateMeta } from './update-meta.ts';

/** An update that would harm whoever reads it later. */
export class BadUpdate extends Error {}

/** No client writes four thousand million characters in one session; larger clocks only serve to overflow. */
const MOST_CLOCK = 2 ** 32;
/** Measured: as many values in a row are read in the time of one struct. */
const VALUES_IN_ELEMENT = 16;
/** Ours nest four or five deep. The limit keeps every recursive reader and writer far from the end of its stack. */
const MOST_DEPTH = 64;

/**
 * Decodes a whole update of the outside and says what it brings.
 * Refused beyond what does not decode: shapes that decode and then break a Y.Doc that applies them, so that no writer
 * can make a document unreadable for the others ([R4] in docs/rules/realtime.md). What only a Y.Doc can tell is tried in a worker.
 * The bytes must have an ArrayBuffer of their own (see `wire.ts`).
 * @throws {BadUpdate}
 */
export function readUpdate(update: Uint8Array): UpdateMeta {
  return readTyping(update) ?? readAnyUpdate(update);
}

/** `readUpdate` without its short way for key presses. */
export function readAnyUpdate(update: Uint8Array): UpdateMeta {
  const decoded = decode(update);
  let inner = 0;
  for (const struct of decoded.structs) {
    checkClocks(struct.id.client, struct.id.clock, struct.length);
    if (struct instanceof Y.Item) inner += checkItem(struct);
  }
  for (const [client, items] of decoded.ds.clients) {
    for (const { clock, len } of items) checkClocks(client, clock, len);
  }
  const meta = metaOf(decoded);
  return { ...meta, elements: meta.elements + Math.ceil(inner / VALUES_IN_ELEMENT) };
}

/** What a stored update brings: it was checked when it came, and must be opened whatever a later rule says of it. */
export function describeUpdate(update: Uint8Array): UpdateMeta {
  return readTyping(update) ?? metaOf(decode(update));
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

function metaOf({ structs, ds }: Decoded): UpdateMeta {
  const ranges: ClockRange[] = [];
  let last: { client: number; from: number; to: number } | undefined;
  let elements = structs.length;
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const to = clock + struct.length;
    if (struct instanceof Y.Item && isList(struct.content)) elements += struct.length / VALUES_IN_ELEMENT;
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
  return { structs: ranges, deletes, elements: Math.ceil(elements) + deletes.length };
}

function isList(content: Y.Item['content']): content is Y.ContentAny | Y.ContentJSON {
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON;
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

/** Returns how many values lie inside the ones that it brings. */
function checkItem(item: Y.Item): number {
  const { client, clock } = item.id;
  // A struct may only lean on older ones of its own client: Yjs looks for them without checking, and throws.
  for (const id of [item.origin, item.rightOrigin, item.parent]) {
    if (id instanceof Y.ID && id.client === client && id.clock >= clock)
      throw new BadUpdate('leans on the future');
  }
  const { content } = item;
  if (content instanceof Y.ContentDoc) throw new BadUpdate('subdocument');
  if (isList(content)) return checkDepth(content.arr) - content.arr.length;
  if (content instanceof Y.ContentEmbed) return checkDepth(content.embed);
  if (content instanceof Y.ContentFormat) return checkDepth(content.value);
  return 0;
}

/** Returns how many values there are inside this one. */
function checkDepth(value: unknown): number {
  let level: unknown[] = [value];
  let count = -1;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) throw new BadUpdate('nested too deep');
    count += level.length;
    level = level.flatMap((inner) =>
      typeof inner === 'object' && inner !== null && !(inner instanceof Uint8Array)
        ? Object.values(inner)
        : [],
    );
  }
  return count;
}
