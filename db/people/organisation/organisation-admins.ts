import { and, asc, eq, gt, inArray, isNull, max, or } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { administeredBy, refusedReach } from '#shared/people/organisation/organisation-admin-access.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { auditEntries } from '../../kernel/audit/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groupMembers, groups } from '../group/schema.ts';
import { restorePerson, suspendPerson } from '../person/people.ts';
import { sessions, users } from '../person/schema.ts';
import { closeSessionsOf } from '../person/sessions.ts';
import { findManagedOrganisation, type ManagedOrganisation } from './organisation-change.ts';

/** [O4] The organisation that this person administers at this moment; null for none. */
export async function findAdministeredOrganisation(
  db: Db,
  { by }: { by: string },
): Promise<ManagedOrganisation | null> {
  const [person] = await db.select().from(users).where(eq(users.id, by));
  const own = person ? administeredBy(person) : null;
  return own === null ? null : findManagedOrganisation(db, asReadable(own));
}

/** What the administrator of an organisation does to the account of a colleague. */
export const COLLEAGUE_GESTURES = ['suspend', 'restore', 'sessions', 'name'] as const;
export type ColleagueGesture = (typeof COLLEAGUE_GESTURES)[number];

/**
 * [O6] Does one of these, by whoever administers the organisation of the account. Refuses 'person.notFound' (to anybody else, and of an
 * account of another organisation), 'person.ownAccount', 'person.outOfReach', and what the gesture itself refuses.
 */
export async function changeColleague(
  tx: Tx,
  { id, by, gesture, now }: { id: string; by: string; gesture: ColleagueGesture; now: Date },
): Promise<
  Result<
    void,
    | 'person.notFound'
    | 'person.ownAccount'
    | 'person.outOfReach'
    | 'person.suspendSelf'
    | 'person.suspended'
    | 'person.noOrganisation'
  >
> {
  // In one order: two who act on one another at once do not wait for each other for ever.
  const found = await tx
    .select()
    .from(users)
    .where(and(inArray(users.id, [id, by]), isNull(users.erasedAt)))
    .orderBy(asc(users.id))
    .for('update');
  const [asking, person] = [by, id].map((wanted) => found.find((row) => row.id === wanted));
  const refused = asking && person ? refusedReach(asking, person) : 'person.notFound';
  if (refused) return fail(refused);
  if (gesture === 'suspend') return suspendPerson(tx, { id, by, now });
  if (gesture === 'restore') return restorePerson(tx, { id, by, now });
  if (gesture === 'sessions') return closeSessionsOf(tx, { id, by, now });
  return nameOrganisationAdmin(tx, { id, by, isAdmin: true, now });
}

/**
 * [O4] Makes somebody an administrator of their organisation, or takes that away. Refuses
 * 'person.notFound', 'person.suspended' and 'person.noOrganisation'.
 */
export async function nameOrganisationAdmin(
  tx: Tx,
  { id, by, isAdmin, now }: { id: string; by: string; isAdmin: boolean; now: Date },
): Promise<Result<void, 'person.notFound' | 'person.suspended' | 'person.noOrganisation'>> {
  const [person] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.erasedAt)))
    .for('update');
  if (!person) return fail('person.notFound');
  const { organisationId, administersId } = person;
  if (isAdmin && person.suspendedAt) return fail('person.suspended');
  if (isAdmin && organisationId === null) return fail('person.noOrganisation');
  if (isAdmin === (administersId !== null)) return ok();
  await tx
    .update(users)
    .set({ administersId: isAdmin ? organisationId : null, updatedAt: now })
    .where(eq(users.id, id));
  await recordAudit(tx, {
    actorId: by,
    action: isAdmin ? 'person.organisationAdminNamed' : 'person.organisationAdminRemoved',
    subject: { kind: 'person', id, name: '' },
    payload: { organisationId: organisationId ?? administersId },
    now,
  });
  return ok();
}

/** [O5] What the list of an organisation says of an account beside the account itself. */
export interface ColleagueFacts {
  /** By their sign-ins and what they still have open, within the hour; null for never. */
  readonly lastVisit: Date | null;
  /** Names of the groups where they are in their own name. */
  readonly groups: readonly string[];
}

/** [O5] Those facts of these accounts of the organisation, by id. */
export async function factsOfColleagues(
  db: Db,
  {
    organisationId,
    ids,
    now,
  }: { organisationId: Readable<'organisation'>; ids: readonly string[]; now: Date },
): Promise<ReadonlyMap<string, ColleagueFacts>> {
  const colleagues = await db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, [...ids]), eq(users.organisationId, organisationId)));
  const wanted = colleagues.map(({ id }) => id);
  const [open, cameIn, memberships] = await Promise.all([
    db
      .select({ userId: sessions.userId, at: max(sessions.updatedAt) })
      .from(sessions)
      .where(inArray(sessions.userId, wanted))
      .groupBy(sessions.userId),
    db
      .select({ userId: auditEntries.subjectId, at: max(auditEntries.at) })
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.subjectKind, 'person'),
          inArray(auditEntries.subjectId, wanted),
          eq(auditEntries.action, 'person.signedIn'),
        ),
      )
      .groupBy(auditEntries.subjectId),
    db
      .select({ userId: groupMembers.userId, name: groups.name })
      .from(groupMembers)
      .innerJoin(groups, eq(groups.id, groupMembers.groupId))
      .where(
        and(
          inArray(groupMembers.userId, wanted),
          or(isNull(groupMembers.until), gt(groupMembers.until, now)),
        ),
      ),
  ]);
  const visits = Map.groupBy([...open, ...cameIn], ({ userId }) => userId);
  const named = Map.groupBy(memberships, ({ userId }) => userId);
  return new Map(
    wanted.map((id) => {
      const times = (visits.get(id) ?? []).flatMap(({ at }) => (at ? [at.getTime()] : []));
      const lastVisit = times.length > 0 ? new Date(Math.max(...times)) : null;
      return [id, { lastVisit, groups: (named.get(id) ?? []).map(({ name }) => name).sort(inFrench) }];
    }),
  );
}
