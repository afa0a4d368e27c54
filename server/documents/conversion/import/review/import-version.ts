import type { Logger } from 'pino';
import { listThreads, type Thread } from '#db/documents/comment/comment-threads.ts';
import type { ToldReview, ToldThread } from '#db/documents/comment/told-review.ts';
import { type DocumentForMember, findDocumentForMember } from '#db/documents/documents.ts';
import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import type { VersionReport } from '#shared/documents/conversion/version-report.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { ConversionError, ImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { readUpload, type Upload } from '../../../../kernel/file/upload.ts';
import type { Asking } from '../../../../kernel/lane/lane.ts';
import { type Convert, type Converter, refusalOf } from '../../converter.ts';
import { type ExportServices, gatherSource } from '../../gather-source.ts';
import { UPLOAD_REFUSALS } from '../../imports.ts';
import type { Unplaced } from './found-review.ts';
import { spansOf, toldReview } from './told-review.ts';

type Refusal = 'access.notFound' | 'access.forbidden' | ImportError | ConversionError;

/** A corrected version of a document, which comes in a file. */
export interface Versions {
  /**
   * [X26] Reads the file of a form (field `file`) against the document, and gives what it proposes to `make`, which keeps it. Refuses whoever may not suggest
   * there, 'import.…' and 'conversion.…'.
   */
  importVersion(
    into: { readonly documentId: string; readonly userId: string },
    request: Request,
    make: (review: ToldReview) => Promise<Result<void, 'access.notFound' | 'access.forbidden'>>,
  ): Promise<Result<VersionReport, Refusal>>;
}

interface Services extends ExportServices {
  readonly converter: Converter;
  readonly log: Logger;
  readonly maxUploadBytes: number;
}

/** So many things that could not be placed are told in their own words. */
const MOST_TOLD = 200;

export function createVersions({ converter, log, maxUploadBytes, ...services }: Services): Versions {
  return {
    async importVersion({ documentId, userId }, request, make) {
      const document = await findDocumentForMember(services.db, { documentId, userId, now: services.now() });
      if (!document) return fail('access.notFound');
      if (!canInDocument(document, 'document.suggest')) return fail('access.forbidden');
      const file = await readUpload(request, maxUploadBytes);
      if (!file.ok) return fail(UPLOAD_REFUSALS[file.error] ?? 'import.lost');
      const asking = { by: { account: userId }, signal: request.signal };
      try {
        const read = await converter.turn(asking, (convert) =>
          readAgainst({ ...services, convert }, { document, userId, file: file.value }, asking),
        );
        if (!read.ok) return read;
        const made = await make(read.value.review);
        return made.ok ? ok(read.value.report) : made;
      } catch (error) {
        if (request.signal.aborted) return fail('conversion.cancelled');
        return fail(refusalOf(error, log, { documentId }));
      }
    },
  };
}

interface Asked {
  readonly document: DocumentForMember;
  readonly userId: string;
  readonly file: Upload;
}

/** What a file proposes for a document: read against the state that left with it, and then against the text as it is now. */
async function readAgainst(
  { convert, ...services }: ExportServices & { readonly convert: Convert },
  { document, userId, file }: Asked,
  asking: Asking,
): Promise<Result<{ review: ToldReview; report: VersionReport }, ImportError>> {
  const { db, rooms } = services;
  const room = roomName({ kind: 'document', id: document.id });
  const left = await convert({ kind: 'state', bytes: file.bytes });
  if (!left.ok) return left;
  const now = await rooms.read(room, 'blocks', asking);
  const isKnown = left.value?.documentId === document.id && left.value.seq <= now.seq;
  const seq = isKnown && left.value ? left.value.seq : now.seq;
  const state = seq < now.seq ? { seq, at: services.now() } : undefined;
  const source = await gatherSource(services, { document, userId, withComments: false, state, asking });
  const found = await convert({ kind: 'version', ...file, source });
  if (!found.ok) return found;
  const passages = await rooms.ask(room, 'passagesAt', { spans: spansOf(found.value) }, seq, asking);
  const { review, unplaced } = toldReview(found.value, passages, file.name);
  const known = await listThreads(db, { documentId: document.id, groupId: document.group.id, userId });
  const fresh = withoutKnown(review, known);
  const spans = await rooms.ask(
    room,
    'passageSpans',
    { passages: fresh.threads.map(({ passage }) => passage) },
    now.seq,
    asking,
  );
  const text = textIn(now.value);
  const stands = fresh.threads.map(({ suggestion }, index) => {
    const span = spans[index];
    return (
      !suggestion || (span && text.slice(span.from, span.to) === suggestion.original.replaceAll('\n', ''))
    );
  });
  const moved = fresh.threads.filter((_, index) => !stands[index]).map(unplacedOf);
  const threads = fresh.threads.filter((_, index) => stands[index]);
  const lost = [...unplaced, ...moved];
  return ok({
    review: { ...fresh, threads },
    report: {
      fileName: file.name,
      isCompared: isKnown,
      suggestions: threads.filter(({ suggestion }) => suggestion).length,
      threads: threads.filter(({ suggestion }) => !suggestion).length,
      answers: fresh.answers.length,
      known: review.threads.length - fresh.threads.length,
      losses: found.value.losses,
      unplaced: lost.slice(0, MOST_TOLD),
      more: Math.max(0, lost.length - MOST_TOLD),
    },
  });
}

/** The characters of blocks, as passages count them. */
function textIn(blocks: readonly BlockJson[]): string {
  return blocks.map(({ text = '', content = [] }) => text + textIn(content)).join('');
}

function unplacedOf({ suggestion }: ToldThread): Unplaced {
  const { author = '', original = '', proposed = '' } = suggestion ?? {};
  return { kind: 'change', author, original, proposed };
}

/** What left with the document comes back with it: only what was said since is new, in its thread. */
function withoutKnown(review: ToldReview, known: readonly Thread[]): ToldReview {
  const threadOf = new Map<string, string>();
  for (const { id, comments, suggestion, ...thread } of known) {
    for (const comment of comments) threadOf.set(keyOf(nameOf(comment), comment.body), id);
    if (!suggestion) continue;
    const { original, proposed } = suggestion;
    // Beside the text it leaves as a comment that says it; what nobody tracked comes in nobody’s name.
    threadOf.set(keyOf(nameOf(thread), words.suggestion(original, proposed)), id);
    for (const name of [nameOf(thread), thread.told?.by ?? nameOf(thread)])
      threadOf.set(keyOf(name, original, proposed), id);
  }
  const answers: ToldReview['answers'][number][] = [];
  const threads = review.threads.filter(({ comments, suggestion }) => {
    if (suggestion) return !threadOf.has(keyOf(suggestion.author, suggestion.original, suggestion.proposed));
    const keys = comments.map(({ author, text }) => keyOf(author, text));
    const threadId = keys.map((key) => threadOf.get(key)).find((id) => id !== undefined);
    if (!threadId) return true;
    answers.push(
      ...comments
        .filter((_, index) => !threadOf.has(keys[index] ?? ''))
        .map((comment) => ({ ...comment, threadId })),
    );
    return false;
  });
  return { ...review, threads, answers };
}

const keyOf = (...parts: string[]) => parts.map((part) => part.replace(/\s+/gu, ' ').trim()).join('\n');

/** Under which name it leaves. */
function nameOf({ author, told }: Pick<Thread, 'author' | 'told'>): string {
  return told?.by || words.commentBy(author?.name ?? '', author?.organisation?.name ?? null);
}
