import { getTableName, sql } from 'drizzle-orm';
import { fingerprint } from '#db/kernel/audit/fingerprint.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { approveMinutes, beginMinutes, submitMinutes } from '#db/meetings/held/meeting-minutes.ts';
import { openMeeting } from '#db/meetings/held/meeting-runs.ts';
import { closeVote, openVote } from '#db/meetings/held/meeting-votes.ts';
import { signedKinds } from '#db/operations/audit/compare-signed.ts';
import { announceDecisions } from '#db/programme/assessment/announcements.ts';
import {
  addDeliverable,
  answerDelivery,
  submitDelivery,
} from '#db/programme/mission/mission-deliverables.ts';
import { keepVisa } from '#db/publication/sheet/use-case-sheet-visas.ts';
import { keepSignedFile } from '#db/reviews/review-proof.ts';
import { rowsOf } from '#db/search/search-terms.ts';
import { aDocument } from '#db/seed/builders/builders.ts';
import { SIGNED_KINDS } from '#shared/operations/audit/signed-facts.ts';
import type { Presented } from '#shared/publication/sheet/visa.ts';
import { operationsOn } from '../kernel/operations.ts';
import { aMeeting, anOpenMeeting, FOR_OR_AGAINST } from '../meetings/meetings.ts';
import { now as assessedAt, assessmentWorld, newId } from '../programme/assessment.ts';
import { missionWorld } from '../programme/missions.ts';
import { siteOf } from '../publication/site.ts';
import { aReviewedDocument, FIRST, now, SECOND } from '../reviews/reviews.ts';

/** Throws what a gesture was refused with: these are all meant to be done. */
async function done(gesture: Promise<{ readonly ok: boolean }>): Promise<void> {
  const result = await gesture;
  if (!result.ok) throw new Error(JSON.stringify(result));
}

/** At least one row of every kind of what is signed or decided, by the gestures of people. */
export async function everySignedRow(db: Db): Promise<void> {
  await signedRound(db);
  await decisions(db);
  await verdict(db);
  await approved(db);
}

async function signedRound(db: Db): Promise<void> {
  const { claire, nadia, open, answer, odf, guise } = await aReviewedDocument(db);
  const { id, opened } = await open({ organisationIds: [odf.id, guise.id] });
  await done(Promise.resolve(opened));
  const presented = { fields: {}, experimentIds: ['une'], facts: {} } as unknown as Presented;
  await inTransaction(db, (tx) => keepVisa(tx, { roundId: id, sheetId: 'fiche', kind: 'city', presented }));
  await done(answer(id, nadia, 'approveWithReservation'));
  await done(answer(id, claire, 'approve'));
  await inTransaction(db, (tx) =>
    keepSignedFile(tx, { roundId: id, sha256: SECOND, format: 'pdf', madeAt: now, by: claire.id }),
  );
}

async function decisions(db: Db): Promise<void> {
  const world = await assessmentWorld(db);
  const { who, call, application, second, third } = world;
  await done(world.assign(who.paul));
  await done(world.give(who.paul, application.id, 4));
  for (const { id } of [application, second, third])
    await done(world.decide(id, { outcome: 'notSelected', waitingRank: null, motivation: 'Trop tôt.' }));
  await done(
    inTransaction(db, (tx) =>
      announceDecisions(tx, { callId: call.id, userId: who.claire, now: assessedAt, newId }),
    ),
  );
}

async function verdict(db: Db): Promise<void> {
  const { people, changing, site } = await missionWorld(db);
  const [deliverableId, deliveryId] = [site.newId(), site.newId()];
  const content = {
    fileName: 'a.pdf',
    contentType: 'application/pdf',
    bytes: 3,
    storageKey: 'x',
    sha256: FIRST,
  };
  await done(
    changing(people.camille, async (tx, by) => {
      await addDeliverable(tx, { ...by, deliverableId, title: 'Plan de données', dueOn: null });
      return submitDelivery(tx, { ...by, deliverableId, deliveryId, note: '', content });
    }),
  );
  const given = { deliveryId, verdict: 'changes', reason: 'Ajoutez le calendrier' } as const;
  await done(changing(people.nadia, (tx, by) => answerDelivery(tx, { ...by, ...given })));
}

async function approved(db: Db): Promise<void> {
  const site = siteOf(db, now);
  const { group, people, change } = await anOpenMeeting(site);
  const by = people.claire.id;
  const later = await aMeeting(site, { groupId: group.id, by, inHours: 48 });
  await done(inTransaction(db, (tx) => openMeeting(tx, { ...change(), meetingId: later.id })));
  const { id: documentId } = await aDocument(site, { groupId: group.id, createdBy: by });
  const exactText = '{"content":[],"title":"Compte rendu"}';
  const text = { seq: 1, exactText, sha256: fingerprint(exactText), hasText: true };
  await done(inTransaction(db, (tx) => beginMinutes(tx, { ...change(), documentId })));
  await done(inTransaction(db, (tx) => submitMinutes(tx, { ...change(), ...text })));
  await done(inTransaction(db, (tx) => approveMinutes(tx, { ...change(), at: later.id, exactText })));
  const asked = { voteId: site.newId(), question: 'Tirer les arbres ?', choices: FOR_OR_AGAINST };
  const how = { voices: 'organisation', isSecret: false, quorum: 'none' } as const;
  await done(inTransaction(db, (tx) => openVote(tx, { ...change(), ...asked, ...how })));
  await done(inTransaction(db, (tx) => closeVote(tx, { ...change(), ...asked })));
  const { id: interviewed } = await aDocument(site, { groupId: group.id, createdBy: by });
  const operations = operationsOn(db, { now: () => now });
  const fields = {
    personName: 'Nadia Ferrand',
    personRole: 'Cheffe',
    organisation: 'Valmont',
    hook: 'L’ombre',
  };
  const of = { documentId: interviewed };
  await done(operations.run('publishedInterview.describe', { userId: by }, { ...of, ...fields }));
  const consent = { givenBy: 'Nadia Ferrand', givenOn: '2023-03-10', means: 'courriel', coversImages: '' };
  const noted = { ...of, ...consent, sha256: FIRST };
  await done(operations.run('publishedInterview.noteConsent', { userId: by }, noted));
}

/** The names of the tables of what is signed. */
export const signedTables = () => SIGNED_KINDS.map((name) => getTableName(signedKinds[name].table));

/** Takes away, as the owner of a database can, what keeps these tables from being changed: triggers, and references to and from them. */
export async function openUp(db: Db): Promise<void> {
  const tables = signedTables();
  const references = await rowsOf<{ table: string; name: string }>(
    db,
    sql`select conrelid::regclass::text as "table", conname as name from pg_constraint
      where contype = 'f' and (conrelid::regclass::text in ${tables} or confrelid::regclass::text in ${tables})
      order by 1, 2`,
  );
  for (const { table, name } of references)
    await db.execute(sql`alter table ${sql.identifier(table)} drop constraint ${sql.identifier(name)}`);
  for (const table of tables)
    await db.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
}

/** Another value of a column, by its type. */
const others: Readonly<Record<string, string>> = {
  text: `coalesce(?, '') || 'x'`,
  integer: 'coalesce(?, 0) + 1000',
  bigint: 'coalesce(?, 0) + 1000',
  boolean: 'not coalesce(?, false)',
  jsonb: `'["autre"]'::jsonb`,
  date: `coalesce(?, 'today') + 1`,
  'timestamp with time zone': `coalesce(?, now()) + interval '1 day'`,
};

/** The columns of these tables, as the database has them, each with the statement that makes it another in one row. */
export async function changesOf(
  db: Db,
  tables: readonly string[],
): Promise<{ table: string; column: string; statement: string }[]> {
  const columns = await rowsOf<{ table: string; column: string; type: string }>(
    db,
    sql`select table_name as "table", column_name as "column", data_type as type from information_schema.columns
      where table_schema = 'public' and table_name in ${tables} order by 1, 2`,
  );
  return columns.map(({ table, column, type }) => {
    const other = others[type]?.replace('?', `"${column}"`);
    if (!other) throw new Error(`how does one change ${table}.${column}, of type ${type}?`);
    const statement = `update "${table}" set "${column}" = ${other} where ctid = (select min(ctid) from "${table}")`;
    return { table, column, statement };
  });
}
