import { and, eq, isNull } from 'drizzle-orm';
import { type AudienceMember, audienceOf } from '#shared/documents/access/audience.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { candidatesOf } from '../documents/access/document-audience.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';

/** Somebody who may answer for their organisation. */
export interface Signer {
  readonly id: string;
  readonly name: string;
  readonly organisation: OrganisationBadge;
}

/**
 * [RV4] Who may answer for their organisation about this document, by name: its people who see the document as facilitators,
 * contributors or reviewers of the group, or because they or their organisation were named to comment or write. Nobody for a document
 * that is absent or in the trash.
 */
export async function listSigners(
  db: Db,
  { documentId, now }: { documentId: string; now: Date },
): Promise<Signer[]> {
  const [document] = await db
    .select({ groupId: documents.groupId, visibility: documents.visibility })
    .from(documents)
    .where(and(eq(documents.id, documentId), isNull(documents.trashedAt)));
  if (!document) return [];
  const candidates = await candidatesOf(db, { documentId, groupId: document.groupId, now });
  return audienceOf(candidates, document.visibility).flatMap((member) => {
    const { id, name, organisation } = member;
    return organisation && maySign(member) ? [{ id, name, organisation }] : [];
  });
}

function maySign({ reasons }: AudienceMember): boolean {
  return reasons.some((reason) =>
    'groupRole' in reason ? canInGroup(reason.groupRole, 'review.answer') : reason.role !== 'reader',
  );
}

/** [RV3] The organisations that could be asked about this document, each once, by name. */
export function organisationsOf(signers: readonly Signer[]): OrganisationBadge[] {
  const byId = new Map(signers.map(({ organisation }) => [organisation.id, organisation]));
  return [...byId.values()].sort((a, b) => inFrench(a.name, b.name));
}
