import { canInDocument } from '#shared/documents/document-access.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import type { DocumentForMember } from '../documents/documents.ts';
import type { Db } from '../kernel/client.ts';
import { isWhole } from '../publication/synthesis/synthesis-whole.ts';

/**
 * [RV3] [SY9] May this person open rounds on the document, and take them back? Whoever organises it; on the whole of a synthesis, which
 * nobody writes by hand, whoever facilitates its group. On any other frozen text, nobody.
 */
export async function mayHoldReviews(db: Db, document: DocumentForMember): Promise<boolean> {
  if (!document.isFrozen) return canInDocument(document, 'document.organise');
  return canInGroup(document.groupRole, 'group.facilitate') && (await isWhole(db, document.id));
}
