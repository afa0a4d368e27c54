import { z } from 'zod';
import { insertToldReview, type ToldReview } from '#db/documents/comment/told-review.ts';
import { recordImport } from '#db/documents/conversion/document-imports.ts';
import { recordActivity } from '#db/people/activity/activities.ts';
import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { operation } from '../kernel/operation.ts';
import { inGroup } from '../people/rights.ts';
import { tellComments } from './comment/comment-rights.ts';
import { inDocument } from './document-rights.ts';
import { Beginning, makeDocument } from './new-document.ts';

/** A text that was read from a file, its images kept already, and what was lost on the way. */
const ImportedText = z.object({
  title: z.string(),
  begins: Beginning,
  report: z.custom<ImportReport>(),
  /** What it proposes and says beside its text. */
  review: z.custom<ToldReview>(),
});
export type ImportedText = z.output<typeof ImportedText>;

/** What a file brings to the discussions of a document that is here. */
const Version = z.custom<ToldReview>();

/** A document that came as a file. */
export interface ImportedDocument {
  readonly id: string;
  readonly title: string;
  readonly report: ImportReport;
}

/** [X12] Files that become documents. */
export const importOperations = {
  /** [X26] Nothing of the text changes: each change is a suggestion, each comment a thread, in the names that the file tells. */
  'document.importVersion': operation({
    input: z.object({ documentId: Id, review: Version }),
    right: inDocument('document.suggest'),
    refusals: {},
    async run(act, { documentId, review }) {
      const { tx, by, now, newId, after, document } = act;
      const groupId = document.group.id;
      const [first] = await insertToldReview(tx, { ...review, documentId, groupId, by, now, newId });
      // One line of the group’s activity for all of it.
      if (first) {
        const verb = review.threads.some(({ suggestion }) => suggestion)
          ? 'document.suggested'
          : 'document.commented';
        const change = {
          id: newId(),
          groupId,
          actorId: by,
          objectId: documentId,
          title: document.title,
          now,
        };
        await recordActivity(tx, { ...change, verb, details: { thread: first } });
      }
      tellComments({ after }, { documentId, groupId });
      return ok();
    },
  }),

  /** All of them, or none. */
  'document.import': operation({
    input: z.object({ groupId: Id, documents: z.array(ImportedText) }),
    right: inGroup('document.create'),
    refusals: {},
    async run(act, { groupId, documents }) {
      const { tx, by, now, newId } = act;
      const imported: ImportedDocument[] = [];
      for (const { title, begins, report, review } of documents) {
        const made = await makeDocument(act, { documentId: newId(), groupId, title, by, begins });
        if (!made.ok) throw new Error(`no title came of a file: ${made.error}`);
        await insertToldReview(tx, { ...review, documentId: made.value.id, groupId, by, now, newId });
        await recordImport(tx, { documentId: made.value.id, report, by, now });
        imported.push({ ...made.value, report });
      }
      return ok(imported);
    },
  }),
};
