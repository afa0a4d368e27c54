import type { DocumentForMember } from '#db/documents/documents.ts';
import type { InputOf } from '#server/kernel/operations.ts';
import { organising } from '#shared/documents/list/document-organising.fr.ts';
import { trash } from '#shared/documents/trash/trash.fr.ts';
import { paths } from '#shared/paths.ts';
import type { Registered } from '../context.ts';
import { gesturesOf, text } from '../kernel/gesture.server.ts';

interface Page {
  readonly document: DocumentForMember;
  /** What a copy begins with; null where none is made. */
  readonly begins: InputOf<Registered['document.duplicate']>['begins'];
}

const ofDocument = gesturesOf(({ document }: Page) => ({ documentId: document.id }));

/** What the buttons of the page of a document do. */
export const documentGestures = {
  /** The page stays, with its new heading: the text is being written. */
  rename: ofDocument('document.rename', {
    fields: { title: text },
    done: (_made, { document }) => ({ to: paths.document(document), said: '', focus: null }),
  }),
  duplicate: gesturesOf(({ document, begins }: Page) => ({ documentId: document.id, begins }))(
    'document.duplicate',
    { fields: {}, done: (made) => ({ to: paths.document(made), said: organising.copied, focus: null }) },
  ),
  trash: ofDocument('document.trash', {
    fields: {},
    done: (_made, { document: { id, title, group } }) => {
      const titled = { id: group.id, title: group.name };
      return {
        to: paths.groupDocuments(titled),
        said: trash.trashed(title),
        focus: 'documents',
        undo: {
          label: trash.undo,
          action: paths.groupDocumentsTrash(titled),
          fields: { intent: 'restore', id },
        },
      };
    },
  }),
};
