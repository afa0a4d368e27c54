import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { editApplication } from '#shared/programme/application/application-doc.ts';
import type { Marks } from '#shared/programme/assessment/marks.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Db } from '../../kernel/client.ts';
import { applications, submissions } from '../../programme/application/schema.ts';
import { balanceAssessors, giveMarks } from '../../programme/assessment/assessments.ts';
import { draftDecision } from '../../programme/assessment/committee.ts';
import { callForms, calls } from '../../programme/call/schema.ts';
import { createRoom } from '../../realtime/new-room.ts';
import { answersAsEdits } from '../builders/answers-as-edits.ts';
import { defaultCriteria } from '../default-form/default-criteria.ts';
import { defaultForm } from '../default-form/default-form.ts';
import { type DemoApplication, demoApplications } from '../demo/applications.ts';
import type { DemoWorld } from '../demo-world.ts';

const DAY = 86_400_000;
/** Nobody has written in these rooms before. */
const CLIENT = 1;

/** Two closed calls whose applications are being assessed: one at its beginning, one that waits for its announcement. */
export async function installAssessment(
  tx: Db,
  world: DemoWorld,
  { now, seasonId }: { now: Date; seasonId: string },
): Promise<void> {
  const begun = await installCall(tx, world, {
    now,
    seasonId,
    title: 'Appel de la saison 2 (exemple)',
    prefix: '',
  });
  const claire = world.idOf('claire-oudin');
  await balanceAssessors(tx, { callId: begun.callId, userId: claire, now, newId: world.newId });
  const decided = await installCall(tx, world, {
    now,
    seasonId,
    title: 'Appel complémentaire (exemple)',
    prefix: 'COMPLEMENT-',
  });
  const motivation = 'Le projet est clair ; les données dont il a besoin ne sont pas encore accessibles.';
  const outcomes = [
    { outcome: 'selected', waitingRank: null, motivation: '' },
    { outcome: 'waitlisted', waitingRank: 1, motivation },
    { outcome: 'notSelected', waitingRank: null, motivation },
  ] as const;
  for (const [at, applicationId] of decided.ids.entries())
    await draftDecision(tx, { applicationId, userId: claire, now, decision: outcomes[at] ?? null });
  const marc = world.idOf('marc-delattre');
  const [first] = begun.ids;
  if (first) await giveMarks(tx, { applicationId: first, userId: marc, now, marks, privateNotes: '' });
}

const marks: Marks = {
  approche: { mark: 4, comment: 'Le croisement est simple, et il manque partout.' },
  acquis: { mark: 4, comment: 'L’inventaire existe et il est tenu.' },
  organisation: { mark: 3, comment: 'Deux jours par semaine : c’est peu au printemps.' },
  partage: { mark: 5, comment: 'Deux villes associées dès le début.' },
};

async function installCall(
  tx: Db,
  world: DemoWorld,
  { now, seasonId, title, prefix }: { now: Date; seasonId: string; title: string; prefix: string },
): Promise<{ callId: string; ids: string[] }> {
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  const callId = world.newId();
  await tx.insert(calls).values({
    id: callId,
    seasonId,
    title,
    presentation: 'Appel écrit pour la démonstration, auprès de villes inventées.',
    opensAt: at(-70),
    closesAt: at(-10),
    toleranceMinutes: 60,
    criteria: defaultCriteria,
    publishedAt: at(-75),
    createdAt: at(-80),
  });
  await tx.insert(callForms).values({ callId, version: 1, form: defaultForm, createdAt: at(-80) });
  const ids: string[] = [];
  for (const demo of demoApplications)
    ids.push(await installApplication(tx, world, { callId, demo, prefix, at: at(-11) }));
  return { callId, ids };
}

async function installApplication(
  tx: Db,
  { idOf, newId }: DemoWorld,
  { callId, demo, prefix, at }: { callId: string; demo: DemoApplication; prefix: string; at: Date },
): Promise<string> {
  const id = newId();
  const by = idOf(demo.by);
  await tx.insert(applications).values({
    id,
    callId,
    organisationId: idOf(demo.organisation),
    title: demo.answers.titre,
    status: 'submitted',
    formVersion: 1,
    createdBy: by,
    heldBy: by,
    createdAt: at,
    updatedAt: at,
  });
  await tx.insert(submissions).values({
    applicationId: id,
    rank: 1,
    number: prefix + demo.number,
    answers: demo.answers,
    formVersion: 1,
    hash: createHash('sha256').update(canonicalJson(demo.answers)).digest('hex'),
    isLate: demo.isLate ?? false,
    submittedBy: by,
    submittedAt: at,
  });
  // A correction reopens the room: what was submitted is written there.
  const draft = new RoomDraft();
  draft.write(by, CLIENT, (doc) => editApplication(doc, answersAsEdits(defaultForm, demo.answers, newId)));
  await createRoom(tx, { room: roomName({ kind: 'application', id }), updates: draft.updates, now: at });
  return id;
}
