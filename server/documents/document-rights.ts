import { type DocumentForMember, findDocumentForMember } from '#db/documents/documents.ts';
import { canInDocument, type DocumentAction } from '#shared/documents/document-access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Act, Right } from '../kernel/operation.ts';
import type { ByPerson } from '../people/rights.ts';

/** Who acts, in which document. */
export interface InDocument extends ByPerson {
  readonly document: DocumentForMember;
}

/** [A5] [A6] [A7] Whoever may do this with the document of the input: where they may not read it is absent, for less than it takes forbidden. */
export function inDocument(action: DocumentAction): Right<{ readonly documentId: string }, InDocument> {
  return async ({ tx, now }, { userId }, { documentId }) => {
    const document = userId === null ? null : await findDocumentForMember(tx, { documentId, userId, now });
    if (userId === null || !document) return fail('access.notFound');
    return canInDocument(document, action) ? ok({ by: userId, document }) : fail('access.forbidden');
  };
}

/** What each change of a document says of itself. */
export function changeOf({ by, document, now, newId }: Act & InDocument) {
  return { documentId: document.id, groupId: document.group.id, by, now, activityId: newId() };
}

/** The live room of a document. */
export function roomOf(documentId: string): string {
  return roomName({ kind: 'document', id: documentId });
}
