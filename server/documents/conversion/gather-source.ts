import { listThreads } from '#db/documents/comment/comment-threads.ts';
import { findFileForMember } from '#db/documents/file/files.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import type { Db } from '#db/kernel/client.ts';
import { listWriters } from '#db/realtime/writers.ts';
import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { objectsOf } from '#shared/documents/attribute/document-objects.ts';
import type { ToldBy } from '#shared/documents/comment/thread-wire.ts';
import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { document as documentWords } from '#shared/documents/document.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Files } from '../../kernel/file/files.ts';
import type { Asking } from '../../kernel/lane/lane.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import type { ExportImage, ExportSource, ExportThread } from './export-source.ts';

/** The live things that an export reads. */
export interface ExportServices {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'read' | 'readPast' | 'ask'>;
  readonly files: Pick<Files, 'read'>;
  readonly origin: string;
  readonly now: () => Date;
}

/** A state of the past, by the number of its last update and its instant. */
export interface PastState {
  readonly seq: number;
  readonly at: Date;
}

interface GatherAsked {
  readonly document: {
    readonly id: Readable<'document'>;
    readonly title: string;
    readonly group: { readonly id: string; readonly name: string };
  };
  readonly userId: string;
  readonly withComments: boolean;
  /** As it was then; as it is without. */
  readonly state?: PastState | undefined;
  /** Instead of what the document says. */
  readonly text?: GivenText | undefined;
  /** Whose turn it is. */
  readonly asking: Asking;
}

/** A text that leaves in the place of a document's own. */
export interface GivenText {
  readonly title: string;
  readonly blocks: readonly BlockJson[];
  readonly at: Date;
}

/** Images of one document beyond that are left out of its exports, and said to be missing there. */
const MOST_IMAGE_BYTES = 120 * 1024 * 1024;

/**
 * [X1] All that an export of this document is made of, as this person may see it: as it is, or as it was at `state`.
 */
export async function gatherSource(
  { db, rooms, files, origin, now }: ExportServices,
  { document, userId, withComments, state, text, asking }: GatherAsked,
): Promise<ExportSource> {
  const room = roomName({ kind: 'document', id: document.id });
  const [{ value: blocks, seq }, writers] = await Promise.all([
    readText(rooms, room, { state, text }, asking),
    listWriters(db, [room]),
  ]);
  const at = now();
  const names = await findObjectNames(db, { refs: objectsOf(blocks), userId, now: at });
  const images: Record<string, ExportImage> = {};
  let total = 0;
  for (const src of filesIn(blocks, 'image')) {
    const file = await findFileForMember(db, { fileId: idIn(src), userId, now: at });
    if (!file || !/^image\/(?:png|jpeg)$/.test(file.contentType)) continue;
    total += file.bytes;
    if (total > MOST_IMAGE_BYTES) break;
    const body = await files.read(file.storageKey);
    if (body) images[src] = { contentType: file.contentType, bytes: await new Response(body).bytes() };
  }
  return {
    title: text?.title ?? document.title,
    group: document.group.name,
    writers: (writers.get(room) ?? []).map(({ name }) => name),
    at: text?.at ?? state?.at ?? at,
    origin,
    blocks,
    images,
    ...(!text && { state: { documentId: document.id, seq } }),
    names,
    threads: withComments ? await threadsOf({ db, rooms }, document, { room, seq, userId }, asking) : null,
  };
}

function readText(
  rooms: ExportServices['rooms'],
  room: string,
  { state, text }: Pick<GatherAsked, 'state' | 'text'>,
  asking: Asking,
): Promise<{ value: readonly BlockJson[]; seq: number }> {
  if (text) return Promise.resolve({ value: text.blocks, seq: 0 });
  return state
    ? rooms.readPast(room, 'blocks', { seq: state.seq }, asking)
    : rooms.read(room, 'blocks', asking);
}

/** The comments and the suggestions, as they are said on paper, and where they stand in that state of the text. */
async function threadsOf(
  { db, rooms }: Pick<ExportServices, 'db' | 'rooms'>,
  { id, group }: GatherAsked['document'],
  { room, seq, userId }: { room: string; seq: number; userId: string },
  asking: Asking,
): Promise<ExportThread[]> {
  const threads = await listThreads(db, { documentId: id, groupId: group.id, userId });
  if (threads.length === 0) return [];
  const passages = threads.map(({ passage }) => passage);
  const spans = await rooms.ask(room, 'passageSpans', { passages }, seq, asking);
  return threads.map(({ passage, resolved, suggestion, author, told, createdAt, comments }, index) => {
    const proposal = suggestion
      ? [
          {
            ...signed(author, told),
            at: createdAt,
            text: words.suggestion(suggestion.original, suggestion.proposed),
          },
        ]
      : [];
    const said = comments
      .filter(({ isDeleted }) => !isDeleted)
      .map((comment) => ({
        ...signed(comment.author, comment.told),
        at: comment.createdAt,
        text: comment.body,
      }));
    return {
      quote: passage.quote,
      span: spans[index] ?? null,
      isResolved: resolved !== null || (suggestion !== null && suggestion.state !== 'open'),
      comments: [...proposal, ...said],
    };
  });
}

/** Who is said to have said it: what came in a file leaves under the name that it told. */
function signed(
  author: PersonBadge | null,
  told: ToldBy | null,
): { author: string; organisation: string | null } {
  if (told?.by) return { author: told.by, organisation: null };
  return {
    author: author?.name ?? documentWords.formerMember,
    organisation: author?.organisation?.name ?? null,
  };
}

/** The addresses of the images, or of the attached files, of a text: each once, in order. */
export function filesIn(blocks: readonly BlockJson[], type: 'image' | 'attachment'): string[] {
  const found = new Set<string>();
  const visit = (node: BlockJson) => {
    if (node.type === type) {
      const { src } = readAttrs(type, node.attrs);
      if (src !== null) found.add(src);
    }
    node.content?.forEach(visit);
  };
  blocks.forEach(visit);
  return [...found];
}

/** The id of a file of ours, from its address. */
export function idIn(src: string): string {
  return src.slice(src.lastIndexOf('/') + 1);
}
