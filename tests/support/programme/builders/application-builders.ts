import { randomInt } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { inTransaction } from '#db/kernel/transaction.ts';
import { seasons } from '#db/people/group/schema.ts';
import { createApplication } from '#db/programme/application/application-creation.ts';
import { lockApplication } from '#db/programme/application/application-rights.ts';
import { submitApplication } from '#db/programme/application/application-submission.ts';
import { callForms, calls } from '#db/programme/call/schema.ts';
import { agreements } from '#db/programme/territory/schema.ts';
import { docClients, docRooms, docUpdates } from '#db/realtime/schema.ts';
import type { Site } from '#db/seed/builders/builders.ts';
import {
  type ApplicationEdit,
  editApplication,
  readApplication,
} from '#shared/programme/application/application-doc.ts';
import { Form } from '#shared/programme/application/form.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';

/** A form of a few fields: enough to see every kind of care. */
export const shortForm = Form.parse({
  rules: ['agreement', 'onePerAgreement'],
  sections: [
    {
      key: 'projet',
      title: 'Le projet',
      fields: [
        { key: 'titre', label: 'Titre du projet', kind: 'text', isRequired: true, max: 120 },
        { key: 'problematique', label: 'Problème local à résoudre', kind: 'longText', isRequired: true },
        { key: 'courriel', label: 'Courriel', kind: 'email', isRequired: false },
        {
          key: 'partenaires',
          label: 'Partenaires',
          kind: 'rows',
          isRequired: false,
          fields: [{ key: 'nom', label: 'Nom', kind: 'text', isRequired: true }],
        },
      ],
    },
  ],
});

/** Answers that are enough for `shortForm`. */
export const shortAnswers: readonly ApplicationEdit[] = [
  { kind: 'text', address: 'titre', text: 'Ombres d’été' },
  { kind: 'text', address: 'problematique', text: 'Les places manquent d’ombre en été.' },
];

/** [CA16] The same, and what is asked of laureates: one of the questions hangs on another one. */
export const twoPartForm = Form.parse({
  ...shortForm,
  sections: [
    ...shortForm.sections,
    {
      key: 'suite',
      title: 'La mise en route',
      fields: [
        { key: 'equipe', label: 'L’équipe', kind: 'text', isRequired: true, askedOf: 'selected' },
        { key: 'appui', label: 'Un appui', kind: 'yesNo', isRequired: true, askedOf: 'selected' },
        {
          ...{ key: 'appui_attendu', label: 'L’appui attendu', kind: 'text', isRequired: true },
          ...{ onlyIf: 'appui', askedOf: 'selected' },
        },
      ],
    },
  ],
});

/** Answers that are enough for what `twoPartForm` asks of laureates. */
export const laterAnswers: readonly ApplicationEdit[] = [
  { kind: 'text', address: 'equipe', text: 'Deux agents.' },
  { kind: 'value', address: 'appui', value: false },
];

let seasonNumber = randomInt(1, 2_000) * 1_000_000;

/** A call that is open for a month around now, with its form and a season of its own unless one is given. */
export async function aCall(
  { db, now, newId }: Site,
  options: {
    readonly seasonId?: string;
    readonly form?: Form;
    readonly opensAt?: Date;
    readonly closesAt?: Date;
    readonly toleranceMinutes?: number;
    readonly publishedAt?: Date | null;
  } = {},
) {
  const days = (count: number) => new Date(now().getTime() + count * 86_400_000);
  const seasonId = options.seasonId ?? newId();
  if (!options.seasonId) {
    await db.insert(seasons).values({
      id: seasonId,
      number: seasonNumber++,
      name: 'Saison d’essai',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    });
  }
  const call = {
    id: newId(),
    seasonId,
    title: 'Appel d’essai',
    opensAt: options.opensAt ?? days(-15),
    closesAt: options.closesAt ?? days(15),
    toleranceMinutes: options.toleranceMinutes ?? 0,
    publishedAt: options.publishedAt === undefined ? days(-20) : options.publishedAt,
    createdAt: now(),
  };
  await db.insert(calls).values(call);
  await db
    .insert(callForms)
    .values({ callId: call.id, version: 1, form: options.form ?? shortForm, createdAt: now() });
  return call;
}

/** A convention, of no commune unless it is tied to one. */
export async function anAgreement({ db, newId }: Site) {
  const id = `T${newId().slice(0, 8)}`;
  await db.insert(agreements).values({ id, name: `Convention ${id}`, isInProgramme: true });
  return { id };
}

/** A draft of this person’s organisation, with these answers; submitted when it is asked. */
export async function anApplication(
  site: Site,
  {
    callId,
    by,
    agreementId,
    answers = shortAnswers,
    isSubmitted = false,
  }: {
    readonly callId: string;
    readonly by: string;
    readonly agreementId?: string;
    readonly answers?: readonly ApplicationEdit[];
    readonly isSubmitted?: boolean;
  },
): Promise<{ readonly id: string; readonly number: string | null }> {
  const { db, now, newId } = site;
  const id = newId();
  const convention = agreementId ?? (await anAgreement(site)).id;
  const made = await inTransaction(db, (tx) =>
    createApplication(tx, {
      ...{ applicationId: id, callId, agreementId: convention },
      ...{ userId: by, now: now(), eventId: newId() },
    }),
  );
  if (!made.ok) throw new Error(made.error);
  const raw = await writeAnswers(site, { id, by, answers });
  if (!isSubmitted) return { id, number: null };
  const key = newId();
  const submitted = await inTransaction(db, async (tx) => {
    const application = await lockApplication(tx, { applicationId: id, userId: by });
    if (!application) throw new Error('whoever begins an application writes it');
    return submitApplication(tx, { application, userId: by, now: now(), eventId: newId(), key, ...raw });
  });
  if (!submitted.ok) throw new Error(submitted.error);
  return { id, number: submitted.value.number };
}

/** Writes into the room of an application that nobody has open; answers what `submitApplication` wants to know of it. */
export async function writeAnswers(
  { db, now }: Site,
  { id, by, answers }: { id: string; by: string; answers: readonly ApplicationEdit[] },
) {
  const room = roomName({ kind: 'application', id });
  const draft = new RoomDraft();
  const clientId = randomInt(2, 2 ** 31);
  draft.write(by, clientId, (doc) => editApplication(doc, answers));
  const [update] = draft.updates;
  if (!update) throw new Error('an update expected');
  const { data } = update;
  const bytes = data.length;
  const seq = await inTransaction(db, async (tx) => {
    const [head] = await tx
      .insert(docRooms)
      .values({ room, seq: 1, bytes, createdAt: now() })
      .onConflictDoUpdate({ target: docRooms.room, set: { seq: sql`${docRooms.seq} + 1` } })
      .returning({ seq: docRooms.seq });
    await tx.insert(docUpdates).values({ room, seq: head?.seq ?? 1, userId: by, data, at: now() });
    await tx.insert(docClients).values({ room, clientId, userId: by, at: now() });
    return head?.seq ?? 1;
  });
  return { raw: draft.read(readApplication), seq };
}
