import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import { editApplication } from '#shared/programme/application/application-doc.ts';
import type { EligibilityRule } from '#shared/programme/application/form.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { seasons } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { createRoom } from '../../realtime/new-room.ts';
import { currentForm } from '../call/calls.ts';
import { isExempt } from '../call/form-worlds.ts';
import { calls } from '../call/schema.ts';
import { agreementMunicipalities, agreements } from '../territory/schema.ts';
import { recordApplicationEvent } from './application-events.ts';
import type { HeldApplication } from './application-rights.ts';
import { isForAgreement } from './applications.ts';
import { applications } from './schema.ts';

/** [AP1] A commune, an intermunicipality or a planning agency leads; partners do not. */
export const LEADING_KINDS: readonly OrganisationKind[] = ['municipality', 'intermunicipality', 'agency'];

/** Nobody has written in a new room, so any clientID is free. */
const FIRST_CLIENT = 1;

/** A change of an application, as it is; `eventId` is new. */
export interface ApplicationChange {
  readonly application: HeldApplication;
  readonly userId: string;
  readonly now: Date;
  readonly eventId: string;
}

/** What the organisation of somebody is, or the one that they are about to be tied to. */
async function findApplicant(tx: Tx, userId: string, claimedId: string | null) {
  const organisationId = sql<string | null>`coalesce(${users.organisationId}, ${claimedId}::text)`;
  const [person] = await tx
    .select({
      organisationId,
      kind: organisations.kind,
      agreementId: agreementMunicipalities.agreementId,
      municipalityCode: organisations.municipalityCode,
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, organisationId))
    .leftJoin(
      agreementMunicipalities,
      eq(agreementMunicipalities.municipalityCode, organisations.municipalityCode),
    )
    .where(eq(users.id, userId));
  return person ?? null;
}

/** Everything of a season that must not happen twice waits here: the same convention, the same number. */
export async function lockSeason(tx: Tx, callId: string): Promise<void> {
  await tx
    .select({ id: seasons.id })
    .from(seasons)
    .innerJoin(calls, eq(calls.seasonId, seasons.id))
    .where(eq(calls.id, callId))
    .for('update', { of: seasons });
}

/** Why an application cannot be begun. That another one of the season is for the same convention, `listOwnApplications` says whether it is theirs. */
type CreationError =
  | 'access.notFound'
  | 'application.noOrganisation'
  | 'application.organisationCannotLead'
  | 'application.callNotOpen'
  | 'application.agreementMissing'
  | 'application.agreementNotYours'
  | 'application.agreementTaken';

/**
 * [AP2] [AP14] Begins an application of this person’s organisation to a call that everybody sees; a commune applies for its own convention. Of
 * `claimedId`, the organisation that they say is theirs, while that is not confirmed.
 */
export async function createApplication(
  tx: Tx,
  {
    applicationId: id,
    eventId,
    callId,
    agreementId: chosen,
    userId,
    now,
    claimedId = null,
  }: Omit<ApplicationChange, 'application'> & {
    applicationId: string;
    callId: string;
    agreementId: string | null;
    claimedId?: string | null;
  },
): Promise<Result<{ id: string }, CreationError>> {
  await lockSeason(tx, callId);
  const person = await findApplicant(tx, userId, claimedId);
  const [call] = await tx
    .select()
    .from(calls)
    .where(and(eq(calls.id, callId), isNotNull(calls.publishedAt)));
  if (!person || !call) return fail('access.notFound');
  const { organisationId, kind } = person;
  if (!organisationId || !kind) return fail('application.noOrganisation');
  if (!LEADING_KINDS.includes(kind)) return fail('application.organisationCannotLead');
  if (callStateAt(call, now) !== 'open') return fail('application.callNotOpen');
  const { form, version } = (await currentForm(tx, callId)) ?? { form: null, version: 1 };
  const isFree = await isExempt(tx, { callId, organisationId });
  const holds = (rule: EligibilityRule) => !isFree && form?.rules.includes(rule) === true;
  const agreementId = chosen ?? person.agreementId;
  if (!agreementId && holds('agreement')) return fail('application.agreementMissing');
  if (person.agreementId && agreementId !== person.agreementId && holds('agreement'))
    return fail('application.agreementNotYours');
  if (agreementId && !(await isAgreement(tx, agreementId))) return fail('application.agreementMissing');
  if (agreementId && holds('onePerAgreement') && claimedId === null) {
    const [taken] = await tx
      .select({ id: applications.id })
      .from(applications)
      .where(isForAgreement(tx, agreementId, call.seasonId))
      .limit(1);
    if (taken) return fail('application.agreementTaken');
  }
  await tx.insert(applications).values({
    id,
    callId,
    organisationId,
    agreementId,
    formVersion: version,
    heldBy: userId,
    claimedBy: claimedId === null ? null : userId,
    createdBy: userId,
    createdAt: now,
    updatedAt: now,
  });
  const known = (form?.sections ?? []).flatMap(({ fields }) => fields);
  const draft = new RoomDraft();
  draft.write(userId, FIRST_CLIENT, (doc) =>
    editApplication(
      doc,
      known.flatMap(({ kind, key }) => {
        const value =
          kind === 'agreement' ? agreementId : kind === 'municipality' ? person.municipalityCode : null;
        return value ? [{ kind: 'value', address: key, value } as const] : [];
      }),
    ),
  );
  const updates = draft.updates.filter(({ data }) => data.length > EMPTY_UPDATE);
  await createRoom(tx, { room: roomName({ kind: 'application', id }), updates, now });
  await recordApplicationEvent(tx, {
    id: eventId,
    applicationId: id,
    verb: 'created',
    status: 'draft',
    by: userId,
    at: now,
  });
  return ok({ id });
}

async function isAgreement(tx: Tx, id: string): Promise<boolean> {
  const [known] = await tx.select({ id: agreements.id }).from(agreements).where(eq(agreements.id, id));
  return known !== undefined;
}

/** Bytes of an update without anything in it. */
const EMPTY_UPDATE = 2;

/** [AP7] Somebody of the lead organisation answers for it from now on. */
export async function takeOverApplication(
  tx: Tx,
  { application: { id: applicationId, status, heldBy }, userId, now, eventId }: ApplicationChange,
): Promise<Result<void, never>> {
  if (heldBy === userId) return ok();
  await tx.update(applications).set({ heldBy: userId }).where(eq(applications.id, applicationId));
  const verb = 'takenOver';
  await recordApplicationEvent(tx, { id: eventId, applicationId, verb, status, by: userId, at: now });
  return ok();
}
