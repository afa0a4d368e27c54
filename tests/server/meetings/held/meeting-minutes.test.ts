import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { listKnownVersions } from '#db/documents/history/document-versions.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { findMinutes, listMinutesToApprove } from '#db/meetings/held/meeting-minutes.ts';
import { openMeeting } from '#db/meetings/held/meeting-runs.ts';
import { findMeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { aGroup } from '#db/seed/builders/builders.ts';
import { createDocuments } from '#server/documents/documents.ts';
import { createExactTexts, sha256Of } from '#server/documents/history/exact-texts.ts';
import { createMeetingMinutes } from '#server/meetings/held/minutes.ts';
import { readExactText } from '#shared/documents/history/exact-text.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { MESSAGE, roomName } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { heardOn, operationsOn } from '#tests/support/kernel/operations.ts';
import { aMeeting, refusalOf } from '#tests/support/meetings/meetings.ts';
import { HandSocket, typed } from '#tests/support/realtime/live-clients.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function around() {
  const { site, rooms, groupId } = server;
  const documents = createDocuments({ ...site, rooms });
  const exactTexts = createExactTexts({ rooms });
  const minutes = createMeetingMinutes({
    ...site,
    db: heardOn(site.db, { rooms }),
    rooms,
    documents,
    exactTexts,
  });
  const claire = await server.person({ role: 'facilitator', name: 'Claire Oudin' });
  const meetingOf = async (id: string) => {
    const found = await findMeetingForMember(site.db, { meetingId: id, userId: claire.id, now: site.now() });
    if (!found) throw new Error('no such meeting');
    return found;
  };
  const first = await aMeeting(site, { groupId, by: claire.id, inHours: 1 });
  const next = await aMeeting(site, { groupId, by: claire.id, inHours: 2 });
  const meeting = await meetingOf(first.id);
  const begun = await minutes.begin(meeting, claire.id, [{ title: 'Relevés' }, { title: 'Dates' }]);
  if (!begun.ok) throw new Error(begun.error);
  const open = (meetingId: string) =>
    inTransaction(site.db, (tx) =>
      openMeeting(tx, { meetingId, groupId, by: claire.id, now: site.now(), activityId: site.newId() }),
    );
  const add = (text: string) =>
    rooms.apply(
      roomName({ kind: 'document', id: begun.value.id }),
      { userId: claire.id },
      'document.append',
      {
        blocks: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      },
    );
  const found = () => findMinutes(site.db, meeting.id);
  const accessOf = async () =>
    findDocumentForMember(site.db, { documentId: begun.value.id, userId: claire.id, now: site.now() });
  const takeBack = (by = claire) =>
    operationsOn(site.db, { rooms }).run(
      'minutes.takeApprovalBack',
      { userId: by.id },
      { meetingId: meeting.id },
    );
  return {
    claire,
    exactTexts,
    minutes,
    takeBack,
    meeting,
    next,
    document: begun.value,
    open,
    add,
    found,
    accessOf,
  };
}

test('[MR12] minutes begin from the agenda, once, and submitting pins a named version and the hash of the exact text', async () => {
  const { claire, minutes, meeting, document, found } = await around();
  const { rooms, site } = server;
  const { value } = await rooms.read(roomName({ kind: 'document', id: document.id }), 'document', ANYBODY);
  expect(value.outline.map(({ text }) => text)).toEqual(['1. Relevés', '2. Dates']);
  expect(await refusalOf(minutes.begin(meeting, claire.id, []))).toBe('minutes.alreadyBegun');
  expect(await refusalOf(minutes.submit(meeting, claire.id))).toBeNull();
  const submitted = (await found())?.submitted;
  expect(submitted?.sha256).toBe(sha256Of(submitted?.exactText ?? ''));
  expect(readExactText(submitted?.exactText ?? '')).toEqual({
    title: document.title,
    blocks: (await rooms.read(roomName({ kind: 'document', id: document.id }), 'blocks', ANYBODY)).value,
  });
  expect(await listKnownVersions(site.db, asReadable(document.id))).toMatchObject([
    { seq: submitted?.seq, name: expect.stringMatching(/^Soumis à l’approbation le /) },
  ]);
});

test('[MR13] changed minutes are submitted anew; approving at a later open meeting freezes the text for everybody', async () => {
  const { claire, minutes, takeBack, meeting, next, document, open, add, found, accessOf, exactTexts } =
    await around();
  await minutes.submit(meeting, claire.id);
  expect(await refusalOf(minutes.approve(meeting, claire.id, next.id))).toBe('minutes.notLater');
  await open(next.id);
  await add('Ajouté après');
  expect(await refusalOf(minutes.approve(meeting, claire.id, next.id))).toBe('minutes.changed');
  expect((await accessOf())?.access).toBe('write');
  await minutes.submit(meeting, claire.id);
  const waiting = await listMinutesToApprove(server.site.db, {
    groupId: server.groupId,
    before: next.startsAt,
  });
  expect(waiting.map(({ meetingId }) => meetingId)).toContain(meeting.id);
  const room = roomName({ kind: 'document', id: document.id });
  const socket = await HandSocket.open(server, room, claire, '?ack=1');
  expect(await refusalOf(minutes.approve(meeting, claire.id, next.id))).toBeNull();
  await socket.frame(
    'the freezing',
    ({ type, value }) => type === MESSAGE.access && JSON.stringify(value).includes('frozen'),
  );
  socket.sendUpdate(typed('Trop tard', 601));
  await socket.frame('the refusal', ({ value }) => JSON.stringify(value)?.includes('refused') ?? false);
  expect(await accessOf()).toMatchObject({ access: 'read', isFrozen: true });
  expect(await found()).toMatchObject({ status: 'approved', approved: { meeting: { id: next.id } } });
  expect((await exactTexts.read(document, ANYBODY)).exactText).toBe((await found())?.submitted?.exactText);
  expect(await refusalOf(minutes.submit(meeting, claire.id))).toBe('minutes.alreadyApproved');
  expect(await refusalOf(takeBack(await server.person()))).toBe('access.notFound');
  expect(await refusalOf(takeBack(await server.person({ role: 'contributor' })))).toBe('access.forbidden');
  expect(await refusalOf(takeBack())).toBeNull();
  expect((await accessOf())?.access).toBe('write');
});

test('[MR15] minutes are not reached through another group, nor approved at a meeting of another', async () => {
  const { claire, minutes, meeting, open } = await around();
  const { site } = server;
  await minutes.submit(meeting, claire.id);
  const other = { ...meeting, groupId: asReadable<'group'>('ailleurs') };
  expect(await refusalOf(minutes.submit(other, claire.id))).toBe('access.notFound');
  const group = await aGroup(site);
  const elsewhere = await aMeeting(site, { groupId: group.id, by: claire.id, inHours: 3 });
  await open(elsewhere.id);
  expect(await refusalOf(minutes.approve(meeting, claire.id, elsewhere.id))).toBe('access.notFound');
});

test('[MR4] the attendance and the votes are written at the end of the minutes, once', async () => {
  const { claire, minutes, meeting, document } = await around();
  await minutes.addSheet(meeting, claire.id);
  await minutes.addSheet(meeting, claire.id);
  const { value } = await server.rooms.read(
    roomName({ kind: 'document', id: document.id }),
    'document',
    ANYBODY,
  );
  expect(value.outline.map(({ text }) => text)).toEqual(['1. Relevés', '2. Dates', 'Présences']);
});
