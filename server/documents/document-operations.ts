import { z } from 'zod';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { placesIn } from '#db/documents/document-places.ts';
import { renameDocument, trashDocument } from '#db/documents/documents.ts';
import { copyFileLinks } from '#db/documents/file/file-links.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseTitle, TITLE_MAX } from '#shared/kernel/title.ts';
import { operation } from '../kernel/operation.ts';
import { inGroup } from '../people/rights.ts';
import { changeOf, inDocument, roomOf } from './document-rights.ts';
import { Beginning, BLANK, makeDocument } from './new-document.ts';

const OfDocument = z.object({ documentId: Id });

/** [A7] [D1] [D7] [C5] [C7] Documents as a whole. */
export const documentOperations = {
  /** In a folder, or at the top of the list. */
  'document.create': operation({
    input: z.object({
      groupId: Id,
      title: z.string().max(20_000),
      folderId: z.string().max(64),
      /** Null for a blank one. */
      begins: Beginning.nullable(),
    }),
    right: inGroup('document.create'),
    refusals: { 'title.empty': 'title', 'title.tooLong': 'title' },
    run: (act, { begins, ...input }) =>
      makeDocument(act, { ...input, begins: begins ?? BLANK, documentId: act.newId(), by: act.by }),
  }),

  /** Beside the document, in the name of whoever copies; who may not read the one may not read the other. */
  'document.duplicate': operation({
    input: OfDocument.extend({ begins: Beginning.nullable() }),
    right: inDocument('document.organise'),
    refusals: { 'title.empty': '', 'title.tooLong': '' },
    async run(act, { begins: given }) {
      const begins = given ?? BLANK;
      const { tx, by, document, newId } = act;
      const { group, visibility, title: original } = document;
      const documentId = newId();
      const made = await makeDocument(act, {
        ...{ documentId, by, groupId: group.id, begins: { ...begins, fileIds: [] } },
        title: organising.copyOf(original).slice(0, TITLE_MAX),
        folderId: (await placesIn(tx, { groupId: group.id })).get(document.id)?.folderId ?? '',
      });
      if (!made.ok) return made;
      await copyFileLinks(tx, { from: [document.id], to: documentId, fileIds: begins.fileIds });
      if (visibility !== 'restricted') return made;
      const restricted = { ...changeOf(act), documentId, visibility, accessId: newId() };
      const done = await setVisibility(tx, restricted);
      return done.ok ? made : done;
    },
  }),

  'document.rename': operation({
    input: OfDocument.extend({ title: read(parseTitle) }),
    right: inDocument('document.write'),
    refusals: {},
    async run(act, { title }) {
      const renamed = await renameDocument(act.tx, { ...changeOf(act), title });
      return renamed.ok ? ok({ title }) : renamed;
    },
  }),

  /** Its pages close. */
  'document.trash': operation({
    input: OfDocument,
    right: inDocument('document.organise'),
    refusals: {},
    async run(act) {
      act.after.recheck({ room: roomOf(act.document.id) });
      return trashDocument(act.tx, changeOf(act));
    },
  }),
};
