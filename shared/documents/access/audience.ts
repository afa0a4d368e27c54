import { type DocumentRole, documentAccessOf, type Visibility } from '#shared/documents/document-access.ts';
import type { GroupRole, RoomAccess } from '#shared/kernel/access/access.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** Somebody who has something to do with a document or its group: every way in which they have. */
export interface Candidate extends PersonBadge {
  /** What their platform role makes them in every group. */
  readonly platformRole: GroupRole | null;
  /** Their own membership of the group, if it has not ended. */
  readonly ownRole: GroupRole | null;
  /** Their organisation's membership. */
  readonly organisationRole: GroupRole | null;
  /** What they were given by name. */
  readonly named: DocumentRole | null;
  /** What their organisation was given by name. */
  readonly organisationNamed: DocumentRole | null;
}

/** One way in which somebody sees a document. */
export type Reason =
  | { readonly kind: 'platform' | 'member' | 'organisationMember'; readonly groupRole: GroupRole }
  | { readonly kind: 'named' | 'organisationNamed'; readonly role: DocumentRole };

export interface AudienceMember extends PersonBadge {
  readonly access: RoomAccess;
  /** Never empty, the strongest of the table of rights first. */
  readonly reasons: readonly Reason[];
}

/**
 * [A9] Who sees a document for a reason of their own, and why, in the order given. A document of the programme is read by
 * every signed-in member besides: those are not listed.
 */
export function audienceOf(candidates: readonly Candidate[], visibility: Visibility): AudienceMember[] {
  const own = visibility === 'programme' ? 'group' : visibility;
  return candidates.flatMap(
    ({ platformRole, ownRole, organisationRole, named, organisationNamed, ...badge }) => {
      const roles: [Reason['kind'] & ('platform' | 'member' | 'organisationMember'), GroupRole | null][] = [
        ['member', ownRole],
        ['organisationMember', organisationRole],
        ['platform', platformRole],
      ];
      const reasons: Reason[] = [];
      for (const [kind, role] of roles) {
        if (role && documentAccessOf({ visibility: own, groupRole: role, grants: [] }))
          reasons.push({ kind, groupRole: role });
      }
      if (named) reasons.push({ kind: 'named', role: named });
      if (organisationNamed) reasons.push({ kind: 'organisationNamed', role: organisationNamed });
      const held: readonly (RoomAccess | null)[] = reasons.map((reason) =>
        'groupRole' in reason
          ? documentAccessOf({ visibility: own, groupRole: reason.groupRole, grants: [] })
          : documentAccessOf({ visibility: own, groupRole: null, grants: [reason.role] }),
      );
      const access = (['write', 'comment', 'read'] as const).find((known) => held.includes(known));
      return access ? [{ ...badge, access, reasons }] : [];
    },
  );
}

/** What becomes of the readers of a document by a change: who begins to see it, and who no longer does. */
export function compareAudiences(
  before: readonly AudienceMember[],
  after: readonly AudienceMember[],
): { readonly gain: readonly AudienceMember[]; readonly lose: readonly AudienceMember[] } {
  const [had, have] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  return { gain: after.filter(({ id }) => !had.has(id)), lose: before.filter(({ id }) => !have.has(id)) };
}
