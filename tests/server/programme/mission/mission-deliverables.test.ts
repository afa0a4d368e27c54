import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDelivered, listDeliverables } from '#db/programme/mission/mission-deliverables.ts';
import { aGroup, anOrganisation } from '#db/seed/builders/builders.ts';
import { createExactTexts } from '#server/documents/history/exact-texts.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import type { Letter } from '#server/kernel/mail/letter.ts';
import type { Sender } from '#server/kernel/mail/mailer.ts';
import { createUploads } from '#server/library/resource/uploads.ts';
import { createMissions, type Handed, type Missions } from '#server/programme/mission/missions.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fileHeaders } from '#shared/kernel/sent-file.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { type FakeClamd, startFakeClamd } from '#tests/support/library/fake-clamd.ts';
import { aMission } from '#tests/support/programme/builders/mission-builders.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const MAX_BYTES = 400_000;
let server: TestServer;
let clamd: FakeClamd;
let consultant: SignedIn;
let ofCity: SignedIn;
let stranger: SignedIn;
let on: { missionId: Readable<'mission'>; title: string; userId: string };
let missions: Missions;
let operations: ReturnType<typeof operationsOn>;
const mails: { to: string; letter: Letter; sender: Sender }[] = [];

beforeAll(async () => {
  server = await startTestServer({ resourceMaxBytes: MAX_BYTES });
  clamd = await startFakeClamd();
  const { site, rooms } = server;
  const firm = await anOrganisation(site, { name: 'Cartes et Milieux', kind: 'consultancy' });
  const city = await anOrganisation(site, { name: 'Valmont' });
  consultant = await server.person({ organisationId: firm.id, role: 'contributor' });
  ofCity = await server.person({ organisationId: city.id });
  stranger = await server.person({});
  const { themeId } = await aGroup(site);
  const made = await aMission(site, {
    firmId: firm.id,
    cityIds: [city.id],
    consultantIds: [consultant.id],
    themeId,
    startsOn: '2023-03-01',
    endsOn: '2099-06-30',
  });
  on = { missionId: asReadable<'mission'>(made.missionId), title: made.title, userId: consultant.id };
  const store = createFolderStore(server.folder);
  missions = createMissions({
    ...site,
    store,
    uploads: createUploads({ ...site, store, maxBytes: MAX_BYTES }),
    clamdUrl: clamd.url,
    exactTexts: createExactTexts({ rooms }),
  });
  operations = operationsOn(site.db, {
    now: site.now,
    mailer: {
      async send(_tx, to, letter, sender) {
        mails.push({ to: to.email, letter, sender });
        return null;
      },
    },
  });
});
afterAll(async () => {
  await clamd.close();
  await server.close();
});

const auth = ({ token }: SignedIn) => ({ authorization: `Bearer ${token}` });
const open = (who: SignedIn, name: string, bytes: number) =>
  fetch(`${server.origin}/envois?mission=${on.missionId}`, {
    method: 'POST',
    headers: { ...auth(who), ...fileHeaders(name), 'Upload-Length': String(bytes) },
  });
const piece = (id: string, offset: number, body: Uint8Array) =>
  fetch(`${server.origin}/envois/${id}`, {
    method: 'PATCH',
    headers: { ...auth(consultant), 'Upload-Offset': String(offset) },
    body: body as BodyInit,
  });
const bytesLeft = (id: string) => createFolderStore(server.folder).sizeOf(`missions/${on.missionId}/${id}`);

/** Sends a file in two pieces; answers the upload. */
async function sent(name: string, bytes: Uint8Array): Promise<string> {
  const answer = await open(consultant, name, bytes.length);
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  const half = Math.floor(bytes.length / 2);
  expect((await piece(id, 0, bytes.subarray(0, half))).status).toBe(204);
  expect((await piece(id, half, bytes.subarray(half))).status).toBe(204);
  return id;
}

async function owed(): Promise<string> {
  const { missionId, userId } = on;
  const title = `Plan ${server.site.newId()}`;
  const added = await operations.run('deliverable.add', { userId }, { missionId, title, dueOn: '' });
  expect(added).toMatchObject({ ok: true });
  const all = await listDeliverables(server.site.db, missionId);
  return all.find((deliverable) => deliverable.title === title)?.id ?? '';
}

/** Pins what is handed over, and submits it. */
async function submit(
  { missionId, userId }: typeof on,
  { deliverableId, note, handed }: { deliverableId: string; note: string; handed: Handed },
) {
  const pinned = await missions.pin({ missionId, userId }, handed);
  if (!pinned.ok) return pinned;
  const given = { missionId, deliverable: deliverableId, note, pinned: pinned.value };
  return operations.run('delivery.submit', { userId }, given);
}
const ofDeliverable = async (id: string) =>
  (await listDeliverables(server.site.db, on.missionId)).find((deliverable) => deliverable.id === id);

test('[MS7] [RS8] a file comes to a mission in pieces, by who may submit and by nobody else', async () => {
  expect((await open(ofCity, 'plan.pdf', 10)).status).toBe(403);
  expect((await open(stranger, 'plan.pdf', 10)).status).toBe(404);
  const large = await open(consultant, 'plan.pdf', MAX_BYTES + 1);
  expect([large.status, await large.json()]).toEqual([413, { error: 'upload.tooLarge' }]);

  const bytes = randomBytes(300_000);
  const uploadId = await sent('plan d’été.bin', bytes);
  const deliverableId = await owed();
  const handed = { uploadId };
  expect(await submit(on, { deliverableId, note: 'Voici', handed })).toMatchObject({ ok: true });
  const delivery = (await ofDeliverable(deliverableId))?.deliveries[0];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(delivery).toMatchObject({ number: 1, fileName: 'plan d’été.bin', bytes: 300_000, sha256 });
  const found = await findDelivered(server.site.db, {
    missionId: on.missionId,
    deliveryId: delivery?.id ?? '',
  });
  const read = await missions.read(found?.storageKey ?? '');
  expect(Buffer.from(await new Response(read).arrayBuffer()).equals(bytes)).toBe(true);
  // It is taken once, and only into its own mission.
  expect(await submit(on, { deliverableId, note: '', handed })).toMatchObject({
    error: 'upload.notFound',
  });
  const other = await sent('autre.bin', randomBytes(10));
  const elsewhere = { ...on, missionId: asReadable<'mission'>(server.site.newId()) };
  expect(await submit(elsewhere, { deliverableId, note: '', handed: { uploadId: other } })).toMatchObject({
    error: 'upload.notFound',
  });
});

test('[MS7] [RS11] a file with a virus is refused and removed; while the scanner is away nothing is lost', async () => {
  const deliverableId = await owed();
  const infected = await sent('plan.doc', Buffer.from('un EICAR dedans'));
  const given = { deliverableId, note: '', handed: { uploadId: infected } };
  expect(await submit(on, given)).toEqual({ ok: false, error: 'mission.fileInfected' });
  expect(await bytesLeft(infected)).toBe(0);
  expect(await submit(on, given)).toEqual({ ok: false, error: 'upload.notFound' });

  const clean = await sent('plan.pdf', Buffer.from('%PDF-1.4 plan'));
  const again = { deliverableId, note: '', handed: { uploadId: clean } };
  clamd.setAway(true);
  expect(await submit(on, again)).toEqual({ ok: false, error: 'mission.scannerAway' });
  clamd.setAway(false);
  expect((await ofDeliverable(deliverableId))?.deliveries).toEqual([]);
  expect(await submit(on, again)).toMatchObject({ ok: true });
  expect((await ofDeliverable(deliverableId))?.deliveries).toHaveLength(1);
});

test('[MS7] [MA1] a document is handed over as it is then; it is refused with a reason, then accepted; each counts for who acts', async () => {
  const { rooms, site } = server;
  const document = await server.document();
  const deliverableId = await owed();
  const hand = (documentId: string) => submit(on, { deliverableId, note: '', handed: { documentId } });
  const foreign = await server.foreignDocument();
  expect(await hand(foreign.id)).toEqual({ ok: false, error: 'mission.documentMissing' });
  expect(await hand(document.id)).toEqual({ ok: false, error: 'mission.documentEmpty' });
  const write = (text: string) =>
    rooms.apply(
      roomName({ kind: 'document', id: document.id }),
      { userId: consultant.id },
      'document.append',
      {
        blocks: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      },
    );
  const exact = async (deliveryId: string) =>
    (await findDelivered(site.db, { missionId: on.missionId, deliveryId }))?.exactText ?? '';
  await write('Premier plan');
  expect(await hand(document.id)).toMatchObject({ ok: true });
  await write('Calendrier ajouté');
  const first = (await ofDeliverable(deliverableId))?.deliveries[0];
  expect(await exact(first?.id ?? '')).toContain('Premier plan');
  expect(await exact(first?.id ?? '')).not.toContain('Calendrier');

  mails.length = 0;
  const answer = (delivery: string, verdict: 'accepted' | 'changes', reason: string) =>
    operations.run(
      'delivery.answer',
      { userId: ofCity.id },
      { missionId: on.missionId, delivery, verdict, reason },
    );
  expect(await answer(first?.id ?? '', 'changes', 'Il manque le calendrier')).toMatchObject({ ok: true });
  expect(mails.map(({ sender }) => sender)).toEqual([{ userId: ofCity.id }]);
  expect(mails[0]?.letter.paragraphs.join(' ')).toContain('Il manque le calendrier');
  expect(await hand(document.id)).toMatchObject({ ok: true });
  const [second] = (await ofDeliverable(deliverableId))?.deliveries ?? [];
  expect(await exact(second?.id ?? '')).toContain('Calendrier ajouté');
  expect(await answer(second?.id ?? '', 'accepted', '')).toMatchObject({ ok: true });
  expect(await ofDeliverable(deliverableId)).toMatchObject({
    deliveries: [
      { number: 2, document: { id: document.id }, answer: { verdict: 'accepted', organisation: 'Valmont' } },
      { number: 1, answer: { verdict: 'changes', reason: 'Il manque le calendrier' } },
    ],
  });
});
