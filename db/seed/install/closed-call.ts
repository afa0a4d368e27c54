import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import {
  editApplication,
  type RawAnswers,
  readApplication,
} from '#shared/programme/application/application-doc.ts';
import type { Answers, Form } from '#shared/programme/application/form.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { applications, submissions } from '../../programme/application/schema.ts';
import { callForms, calls } from '../../programme/call/schema.ts';
import { createRoom } from '../../realtime/new-room.ts';
import { answersAsEdits } from '../builders/answers-as-edits.ts';
import { defaultCriteria } from '../default-form/default-criteria.ts';
import { defaultForm } from '../default-form/default-form.ts';
import { type DemoApplication, demoApplications } from '../demo/applications.ts';
import { atHour, type DemoWorld } from '../demo-world.ts';

const DAY = 86_400_000;
/** Nobody has written in these rooms before. */
const CLIENT = 1;

/** An application of the demonstration, with what its city has written since it was selected. */
type Submitted = Pick<DemoApplication, 'number' | 'organisation' | 'by' | 'isLate'> & {
  readonly answers: Answers & { readonly titre: string };
  readonly complement?: Answers;
};

interface CallToInstall {
  readonly now: Date;
  readonly seasonId: string;
  readonly title: string;
  readonly prefix: string;
  readonly form?: Form;
  readonly submitted?: readonly Submitted[];
}

/** A closed call with what was submitted to it, and what the room of each says, which is one update. */
export async function installCall(
  tx: Tx,
  world: DemoWorld,
  { now, seasonId, title, prefix, form = defaultForm, submitted = demoApplications }: CallToInstall,
): Promise<{ callId: string; ids: string[]; raws: RawAnswers[] }> {
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  const callId = world.newId();
  await tx.insert(calls).values({
    id: callId,
    seasonId,
    title,
    presentation: 'Appel écrit pour la démonstration, auprès de villes inventées.',
    opensAt: atHour(at(-70), '09:00'),
    closesAt: atHour(at(-10), '18:00'),
    toleranceMinutes: 60,
    criteria: defaultCriteria,
    publishedAt: at(-75),
    createdAt: at(-80),
  });
  await tx.insert(callForms).values({ callId, version: 1, form, createdAt: at(-80) });
  const made: { id: string; raw: RawAnswers }[] = [];
  for (const demo of submitted)
    made.push(await installApplication(tx, world, { callId, demo, form, prefix, at: at(-11) }));
  return { callId, ids: made.map(({ id }) => id), raws: made.map(({ raw }) => raw) };
}

async function installApplication(
  tx: Tx,
  { idOf, newId }: DemoWorld,
  {
    callId,
    demo,
    form,
    prefix,
    at,
  }: { callId: string; demo: Submitted; form: Form; prefix: string; at: Date },
): Promise<{ id: string; raw: RawAnswers }> {
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
  const written = { ...demo.answers, ...demo.complement };
  draft.write(by, CLIENT, (doc) => editApplication(doc, answersAsEdits(form, written, newId)));
  await createRoom(tx, { room: roomName({ kind: 'application', id }), updates: draft.updates, now: at });
  return { id, raw: draft.read(readApplication) };
}
