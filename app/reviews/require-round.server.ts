import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { type FoundRound, findRound } from '#db/reviews/review-lists.ts';
import type { DocumentAction } from '#shared/documents/document-access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { type Member, servicesContext } from '../context.ts';
import { requireDocument } from '../documents/require-document.server.ts';
import { notFound, requireMember } from '../kernel/access.server.ts';

/** The round of an address and its document, if the person may do this with the document: 404 when it is not theirs to see, else 403. */
export async function requireRound(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
  right: DocumentAction,
): Promise<{ member: Member; document: DocumentForMember; round: FoundRound }> {
  requireMember(context);
  const id = idOfSegment(segment);
  const round = id && (await findRound(context.get(servicesContext).db, id));
  if (!round) throw notFound();
  return { ...(await requireDocument(context, round.documentId, right)), round };
}
