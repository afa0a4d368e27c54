import { z } from 'zod';
import { giveByName, type Named, setVisibility, takeBackName } from '#db/documents/access/document-access.ts';
import { linkWrittenFiles } from '#db/documents/file/file-links.ts';
import { DOCUMENT_ROLES, type DocumentRole, VISIBILITIES } from '#shared/documents/document-access.ts';
import { chosen, Id } from '#shared/kernel/input.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { changeOf, type InDocument, inDocument, roomOf } from '../document-rights.ts';
import { WrittenFiles } from '../written-files.ts';

const OfDocument = z.object({ documentId: Id });
const role = z.enum(DOCUMENT_ROLES);

/** [A6] [A10] Who sees a document; open pages are decided again at once. */
export const accessOperations = {
  'documentAccess.setVisibility': operation({
    input: OfDocument.extend({ visibility: z.enum(VISIBILITIES), written: WrittenFiles }),
    right: inDocument('document.organise'),
    refusals: {},
    async run(act, { visibility, written }) {
      const { tx, document, after, now, newId } = act;
      await linkWrittenFiles(tx, { holder: { kind: 'document', id: document.id }, written, now });
      after.recheck({ room: roomOf(document.id) });
      return setVisibility(tx, { ...changeOf(act), visibility, accessId: newId() });
    },
  }),

  'documentAccess.givePerson': operation({
    input: OfDocument.extend({ userId: chosen('documentAccess.nobody'), role }),
    right: inDocument('document.organise'),
    refusals: { 'documentAccess.nobody': 'userId' },
    run: (act, { userId, role }) => give(act, { userId }, role),
  }),

  'documentAccess.giveOrganisation': operation({
    input: OfDocument.extend({ organisationId: chosen('documentAccess.nobody'), role }),
    right: inDocument('document.organise'),
    refusals: { 'documentAccess.nobody': 'organisationId' },
    run: (act, { organisationId, role }) => give(act, { organisationId }, role),
  }),

  /** Gives what was taken, for undoing. */
  'documentAccess.takeBack': operation({
    input: OfDocument.extend({ accessId: Id }),
    right: inDocument('document.organise'),
    refusals: { 'documentAccess.nobody': '' },
    run(act, { accessId }) {
      act.after.recheck({ room: roomOf(act.document.id) });
      return takeBackName(act.tx, { ...changeOf(act), accessId });
    },
  }),
};

function give(act: Act & InDocument, to: Named, role: DocumentRole) {
  act.after.recheck({ room: roomOf(act.document.id) });
  return giveByName(act.tx, { ...changeOf(act), to, role, accessId: act.newId() });
}
