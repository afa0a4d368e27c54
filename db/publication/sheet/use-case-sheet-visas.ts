import { and, desc, eq, inArray } from 'drizzle-orm';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { missingOf } from '#shared/publication/sheet/use-case-sheet.ts';
import {
  checkVisaAsked,
  type Presented,
  type SheetVisas,
  standVisas,
  type VisaKind,
  type VisaRefusal,
  type VisaRound,
} from '#shared/publication/sheet/visa.ts';
import { isRoundOpen } from '#shared/reviews/review.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { experimentOrganisations } from '../../programme/experiment/schema.ts';
import { type FoundRound, listRoundsWhere } from '../../reviews/review-lists.ts';
import { lockReviewed, withdrawRound } from '../../reviews/review-rounds.ts';
import { listSigners, organisationsOf } from '../../reviews/review-signers.ts';
import { exactTexts, reviewRounds } from '../../reviews/schema.ts';
import { useCaseSheetSteps, useCaseSheets } from './schema.ts';
import { readSheetFacts } from './use-case-sheet-facts.ts';
import { findSheet, type SheetForMember } from './use-case-sheets.ts';
import { useCaseSheetVisas } from './visa-schema.ts';

/** A round of a sheet that asks for a visa. */
export type FoundVisa = FoundRound & VisaRound;

/** [US7] Every round that asked for a visa of this sheet, the last first. */
async function listVisas(db: Db, sheetId: string): Promise<FoundVisa[]> {
  const asked = await db.select().from(useCaseSheetVisas).where(eq(useCaseSheetVisas.sheetId, sheetId));
  if (asked.length === 0) return [];
  const ids = asked.map(({ roundId }) => roundId);
  const rounds = await listRoundsWhere(db, inArray(reviewRounds.id, ids));
  return rounds.flatMap((round) => {
    const visa = asked.find(({ roundId }) => roundId === round.id);
    return visa ? [{ ...round, kind: visa.kind, presented: visa.presented }] : [];
  });
}

type SheetOfVisas = Pick<SheetForMember, 'id' | 'fields' | 'experiments'>;

/** [US7] [US8] How the visas of a sheet stand when this is the fingerprint of its text. */
export async function readVisas(
  db: Db,
  { sheet, sha256, now }: { sheet: SheetOfVisas; sha256: string; now: Date },
): Promise<SheetVisas<FoundVisa>> {
  const experimentIds = sheet.experiments.map(({ id }) => id);
  const [withdrawn] = await db
    .select({ at: useCaseSheetSteps.at })
    .from(useCaseSheetSteps)
    .where(and(eq(useCaseSheetSteps.sheetId, sheet.id), eq(useCaseSheetSteps.to, 'withdrawn')))
    .orderBy(desc(useCaseSheetSteps.rank))
    .limit(1);
  return standVisas(await listVisas(db, sheet.id), {
    sha256,
    fields: sheet.fields,
    experimentIds,
    leadIds: await listLeads(db, experimentIds),
    withdrawnAt: withdrawn?.at ?? null,
    now,
  });
}

/** [US9] What the sheet would present today beside its text; null when it has no experiment left. */
export async function presentedNow(
  db: Db,
  { fields, experiments }: Pick<SheetOfVisas, 'fields' | 'experiments'>,
): Promise<Presented | null> {
  const experimentIds = experiments.map(({ id }) => id);
  const facts = await readSheetFacts(db, { experimentIds, fields });
  return facts && { fields, experimentIds, facts };
}

/** [US9] Do the programme's data say something else than what these visas presented? */
export function isDataChanged({ city }: SheetVisas, today: Presented | null): boolean {
  return (
    city.round !== null && canonicalJson(city.round.presented.facts) !== canonicalJson(today?.facts ?? null)
  );
}

/** What a round that asks for a visa is opened with. */
export interface VisaAsking {
  readonly organisationIds: readonly string[];
  readonly presented: Presented;
  /** The round of a visa that asks about what the sheet no longer says. */
  readonly replaces: string | null;
}

/**
 * [US7] Prepares to ask for a visa on the text with this fingerprint: who is asked, each named on the document so that its people can
 * answer, and what is presented; the publisher approves exactly what the city did. Refused: who may not, what `checkVisaAsked` says, a
 * city or a publisher without anybody who could answer.
 */
export async function prepareVisa(
  tx: Tx,
  {
    sheetId,
    kind,
    sha256,
    newId,
    ...asker
  }: Asker & { sheetId: string; kind: VisaKind; sha256: string; newId: () => string },
): Promise<
  Result<
    VisaAsking,
    | VisaRefusal
    | 'access.notFound'
    | 'useCaseSheet.experimentNotFound'
    | 'useCaseSheet.cityCannotAnswer'
    | 'useCaseSheet.publisherCannotAnswer'
  >
> {
  const { now } = asker;
  // Before what is written: a step of the sheet and two askings at once follow one another.
  await tx
    .select({ id: useCaseSheets.id })
    .from(useCaseSheets)
    .where(eq(useCaseSheets.id, sheetId))
    .for('update');
  const sheet = await findSheet(tx, { sheetId, ...asker });
  if (!sheet || !(await lockReviewed(tx, sheet.documentId))) return fail('access.notFound');
  const visas = await readVisas(tx, { sheet, sha256, now });
  const today = await presentedNow(tx, sheet);
  const { state, role, documentId } = sheet;
  const may = checkVisaAsked({
    kind,
    state,
    role,
    isComplete: missingOf(sheet.fields).length === 0,
    visas,
    isDataChanged: isDataChanged(visas, today),
  });
  if (!may.ok) return may;
  const presented = kind === 'publisher' ? (visas.city.round?.presented ?? null) : today;
  if (!presented) return fail('useCaseSheet.experimentNotFound');
  const wanted = kind === 'city' ? await listLeads(tx, presented.experimentIds) : await listPublishers(tx);
  await nameSigners(tx, { documentId, organisationIds: wanted, by: asker, newId });
  const able = organisationsOf(await listSigners(tx, { documentId, now })).map(({ id }) => id);
  const organisationIds = wanted.filter((id) => able.includes(id));
  if (kind === 'city' && (wanted.length === 0 || organisationIds.length < wanted.length))
    return fail('useCaseSheet.cityCannotAnswer');
  if (organisationIds.length === 0) return fail('useCaseSheet.publisherCannotAnswer');
  return ok({ organisationIds, presented, replaces: openRoundOf(visas, now) });
}

/** A round of either visa that still runs: of the other kind too, since a document has one open round. */
function openRoundOf({ city, publisher }: SheetVisas, now: Date): string | null {
  const open = [city.round, publisher.round].find((round) => round && isRoundOpen(round, now));
  return open?.id ?? null;
}

/** [US7] Notes that a round that was just opened asks for a visa, with its line of the trail. */
export async function keepVisa(
  tx: Tx,
  visa: { roundId: string; sheetId: string; kind: VisaKind; presented: Presented },
): Promise<void> {
  await tx.insert(useCaseSheetVisas).values(visa);
  const { roundId, sheetId, kind, presented } = visa;
  const [round] = await tx
    .select({
      by: reviewRounds.openedBy,
      at: reviewRounds.openedAt,
      id: exactTexts.documentId,
      name: exactTexts.title,
    })
    .from(reviewRounds)
    .innerJoin(exactTexts, eq(exactTexts.id, reviewRounds.exactTextId))
    .where(eq(reviewRounds.id, roundId));
  if (!round) throw new Error(`round ${roundId} has no text`);
  const { by, at, ...document } = round;
  await recordAudit(tx, {
    actorId: by,
    action: 'review.visaAsked',
    subject: { kind: 'document', ...document },
    payload: { round: roundId, sheet: sheetId, kind, presented: fingerprint(presented) },
    now: at,
  });
}

/** [US7] Takes back the visas that are asked of a sheet, which goes back to its authors or away from the public. */
export async function withdrawVisas(
  tx: Tx,
  { sheetId, reason, userId, now, newId }: Asker & { sheetId: string; reason: string; newId: () => string },
): Promise<void> {
  const open = (await listVisas(tx, sheetId)).filter((round) => isRoundOpen(round, now));
  for (const { id } of open)
    await withdrawRound(tx, {
      roundId: id,
      reason: reason.slice(0, REASON_MAX),
      by: userId,
      now,
      activityId: newId(),
    });
}

const REASON_MAX = 500;

/** The cities that lead these experiments, each once. */
async function listLeads(db: Db, experimentIds: readonly string[]): Promise<string[]> {
  if (experimentIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: experimentOrganisations.organisationId })
    .from(experimentOrganisations)
    .where(
      and(
        inArray(experimentOrganisations.experimentId, [...experimentIds]),
        eq(experimentOrganisations.isLead, true),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Who publishes: those who fund the programme, and those who coordinate it. */
async function listPublishers(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(inArray(organisations.kind, ['funder', 'coordinator']));
  return rows.map(({ id }) => id);
}

async function nameSigners(
  tx: Tx,
  {
    documentId,
    organisationIds,
    by,
    newId,
  }: { documentId: string; organisationIds: readonly string[]; by: Asker; newId: () => string },
): Promise<void> {
  if (organisationIds.length === 0) return;
  await tx
    .insert(documentAccess)
    .values(
      organisationIds.map((organisationId) => ({
        id: newId(),
        documentId,
        organisationId,
        role: 'commenter' as const,
        addedBy: by.userId,
        addedAt: by.now,
      })),
    )
    .onConflictDoNothing();
}
