import type { RouterContextProvider } from 'react-router';
import type { DocumentForMember } from '#db/documents/documents.ts';
import { type FoundRound, findRoundForMember } from '#db/reviews/review-lists.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { type Member, servicesContext } from '../context.ts';
import { notFound, requireMember } from '../kernel/access.server.ts';

/** The round of an address and its document, if the person may read the document: 404 when it is not theirs to see. */
export async function requireRound(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
): Promise<{ member: Member; document: DocumentForMember; round: FoundRound }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const roundId = idOfSegment(segment);
  const found = roundId && (await findRoundForMember(db, { roundId, userId: member.id, now: now() }));
  if (!found) throw notFound();
  return { member, ...found };
}
