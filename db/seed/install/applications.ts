import { desc, eq } from 'drizzle-orm';
import { answersOf } from '#shared/programme/application/answers-of.ts';
import { editApplication, readApplication } from '#shared/programme/application/application-doc.ts';
import { completeness } from '#shared/programme/application/completeness.ts';
import { titleOf } from '#shared/programme/application/title-of.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { seasons } from '../../people/group/schema.ts';
import { createApplication } from '../../programme/application/application-creation.ts';
import { lockApplication } from '../../programme/application/application-rights.ts';
import { submitApplication } from '../../programme/application/application-submission.ts';
import { applications } from '../../programme/application/schema.ts';
import { callForms, calls } from '../../programme/call/schema.ts';
import { createRoom } from '../../realtime/new-room.ts';
import { demoApplications, ideaCall } from '../demo/idea-call.ts';
import { atHour, type DemoWorld } from '../demo-world.ts';

const DAY = 86_400_000;
/** Nobody else has written in these rooms: the first one is who made them. */
const CLIENT = 2;

/** A call that is open for another month, with a draft and what another city submitted. */
export async function installApplications(tx: Tx, { idOf, newId }: DemoWorld, now: Date): Promise<void> {
  const [season] = await tx.select({ id: seasons.id }).from(seasons).orderBy(desc(seasons.number)).limit(1);
  if (!season) throw new Error('the demonstration has a season');
  const days = (count: number) => new Date(now.getTime() + count * DAY);
  const { form, title, presentation } = ideaCall;
  const callId = idOf('call idees');
  const createdBy = idOf('claire-oudin');
  await tx.insert(calls).values({
    id: callId,
    seasonId: season.id,
    title,
    presentation,
    opensAt: atHour(days(-12), '09:00'),
    closesAt: atHour(days(30), '12:00'),
    publishedAt: days(-14),
    createdBy,
    createdAt: days(-15),
  });
  await tx.insert(callForms).values({ callId, version: 1, form, createdBy, createdAt: days(-15) });
  for (const { by, answers, isSubmitted } of demoApplications) {
    const [applicationId, userId, at] = [newId(), idOf(by), days(-3)];
    const change = { applicationId, userId, now: at };
    const made = await createApplication(tx, { ...change, callId, agreementId: null, eventId: newId() });
    if (!made.ok) throw new Error(`${by}: ${made.error}`);
    const draft = new RoomDraft();
    draft.write(userId, CLIENT, (doc) => editApplication(doc, answers));
    const room = roomName({ kind: 'application', id: applicationId });
    await createRoom(tx, { room, updates: draft.updates, now: at });
    const raw = draft.read(readApplication);
    const said = answersOf(form, raw);
    const { answered, required } = completeness(form, said);
    await tx
      .update(applications)
      .set({ title: titleOf(said), answers: said, completeness: Math.floor((answered * 100) / required) })
      .where(eq(applications.id, applicationId));
    if (!isSubmitted) continue;
    const eventId = newId();
    const key = newId();
    const application = await lockApplication(tx, { applicationId, userId });
    if (!application) throw new Error(`${by} does not write their own application`);
    const what = { application, userId, now: days(-2), eventId, key, raw, seq: 1 };
    const submitted = await submitApplication(tx, what);
    if (!submitted.ok) throw new Error(`${by}: ${submitted.error}`);
  }
}
