import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { isWhole } from '#db/publication/synthesis/synthesis-whole.ts';
import { canInDocument } from '#shared/documents/document-access.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { servicesContext } from '../context.ts';

/**
 * [RV3] [SY9] May this person open rounds on the document, and take them back? Whoever organises it; on the whole of a synthesis, which
 * nobody writes by hand, whoever facilitates its group. On any other frozen text, nobody.
 */
export async function mayHoldReviews(
  context: Readonly<RouterContextProvider>,
  document: DocumentForMember,
): Promise<boolean> {
  if (!document.isFrozen) return canInDocument(document, 'document.organise');
  if (!canInGroup(document.groupRole, 'group.facilitate')) return false;
  return isWhole(context.get(servicesContext).db, document.id);
}
