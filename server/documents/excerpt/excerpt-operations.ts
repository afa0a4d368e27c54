import { z } from 'zod';
import { findDocumentForMember } from '#db/documents/documents.ts';
import {
  createExcerpt,
  type ExcerptState,
  findExcerpt,
  isWithdrawn,
  keepState,
  keepWords,
  noteSource,
  quoteDocument,
  type StoredExcerpt,
  setMode,
} from '#db/documents/excerpt/excerpts.ts';
import { EXCERPT_MODES } from '#shared/documents/excerpt/excerpt.ts';
import type { ExcerptPassage } from '#shared/documents/excerpt/excerpt-source.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type InDocument, inDocument, roomOf } from '../document-rights.ts';

const OfExcerpt = z.object({ documentId: Id, excerptId: Id });
/** What the source says, as its live room said it after this update, and the excerpts that stand in it. */
const Source = z.object({
  passage: z.custom<ExcerptPassage>(),
  seq: z.number().int().min(0),
  quotes: z.array(z.string()),
});

const UNTAKEABLE = {
  'excerpt.notFound': '',
  'excerpt.sourceMissing': '',
  'excerpt.withdrawn': '',
  'excerpt.circular': '',
} as const;

/** [EC1] [EC5] [EC6] [EC7] What whoever writes a document decides of the passages that it quotes. */
export const excerptOperations = {
  'excerpt.create': operation({
    input: z.object({ documentId: Id, sourceId: Id, mode: z.enum(EXCERPT_MODES) }).extend({
      ...Source.shape,
      state: z.custom<ExcerptState>(),
    }),
    right: inDocument('document.write'),
    refusals: UNTAKEABLE,
    async run(act, { sourceId, mode, passage, seq, quotes, state }) {
      const { tx, by, document } = act;
      const may = await checkSource(act, sourceId, quotes);
      if (!may.ok) return may;
      const { excerptId: id, words: latestWords, takenAt: createdAt } = state;
      const excerpt = { id, documentId: document.id, sourceId, mode, passage, latestWords, createdAt };
      const followedBy = mode === 'live' ? by : null;
      await createExcerpt(tx, { excerpt: { ...excerpt, seenSeq: seq, followedBy, createdBy: by }, state });
      return ok();
    },
  }),

  /** Takes what the source says: before it is put into the text. */
  'excerpt.take': operation({
    input: OfExcerpt.extend({ ...Source.shape, state: z.custom<ExcerptState>() }),
    right: inDocument('document.write'),
    refusals: UNTAKEABLE,
    async run(act, { excerptId, quotes, state }) {
      const found = await findTakeable(act, excerptId, quotes);
      if (!found.ok) return found;
      await keepState(act.tx, { ...state, excerptId });
      return ok();
    },
  }),

  /** Keeps the text as it is, these words of the source seen. */
  'excerpt.keep': operation({
    input: OfExcerpt.extend({ ...Source.shape, words: z.string().max(64) }),
    right: inDocument('document.write'),
    refusals: UNTAKEABLE,
    async run(act, { excerptId, passage, seq, quotes, words }) {
      const found = await findTakeable(act, excerptId, quotes);
      if (!found.ok) return found;
      await noteSource(act.tx, { excerptId, passage, words, seq });
      await keepWords(act.tx, { excerptId, words });
      tellObjects(act);
      return ok();
    },
  }),

  /** Freezes it, or has it follow its source from now on by this person's rights. */
  'excerpt.setMode': operation({
    input: OfExcerpt.extend({ mode: z.enum(EXCERPT_MODES) }),
    right: inDocument('document.write'),
    refusals: { ...UNTAKEABLE, 'excerpt.copied': '' },
    async run(act, { excerptId, mode }) {
      const { tx, by, document } = act;
      const stored = await findExcerpt(tx, { excerptId, documentId: document.id });
      if (!stored) return fail('excerpt.notFound');
      if (stored.documentId !== document.id) return fail('excerpt.copied');
      const may = mode === 'live' ? await checkSource(act, stored.sourceId, []) : ok();
      if (!may.ok) return may;
      await setMode(tx, { excerptId, mode, by });
      tellObjects(act);
      return ok();
    },
  }),
};

/** Open pages draw it again. */
function tellObjects({ after, document }: Act & InDocument): void {
  after.news(roomOf(document.id), 'objects');
}

/** The source may be read, was not withdrawn, and what stands in it does not quote this document. */
async function checkSource(
  { tx, by: userId, document, now }: Act & InDocument,
  documentId: string,
  excerptIds: readonly string[],
): Promise<Result<void, Exclude<keyof typeof UNTAKEABLE, 'excerpt.notFound'>>> {
  const source = await findDocumentForMember(tx, { documentId, userId, now });
  if (!source) return fail('excerpt.sourceMissing');
  if (await isWithdrawn(tx, documentId)) return fail('excerpt.withdrawn');
  const isCircular = await quoteDocument(tx, { excerptIds, documentId: document.id });
  return isCircular ? fail('excerpt.circular') : ok();
}

async function findTakeable(
  act: Act & InDocument,
  excerptId: string,
  quotes: readonly string[],
): Promise<Result<StoredExcerpt, keyof typeof UNTAKEABLE>> {
  const stored = await findExcerpt(act.tx, { excerptId, documentId: act.document.id });
  if (!stored) return fail('excerpt.notFound');
  const may = await checkSource(act, stored.sourceId, quotes);
  return may.ok ? ok(stored) : may;
}
