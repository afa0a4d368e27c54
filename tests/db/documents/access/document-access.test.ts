import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  giveByName,
  listNamedAccess,
  setVisibility,
  takeBackName,
} from '#db/documents/access/document-access.ts';
import { listCandidates } from '#db/documents/access/document-audience.ts';
import { findDocumentForMember, listDocuments, trashDocument } from '#db/documents/documents.ts';
import { copyFileLinks, linkFiles } from '#db/documents/file/file-links.ts';
import { findFileForMember, registerFile } from '#db/documents/file/files.ts';
import { listTrash } from '#db/documents/trash/trash.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { sessions } from '#db/people/person/schema.ts';
import { prepareVisits } from '#db/realtime/rooms-access.ts';
import { listRecentObjects } from '#db/search/recent.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { audienceOf } from '#shared/documents/access/audience.ts';
import { DOCUMENT_ROLES, VISIBILITIES, type Visibility } from '#shared/documents/document-access.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

/** Eight kinds of person around one document: each may stand differently towards it. */
async function around(db: Tx) {
  const site = siteOf(db, now);
  const [guise, laon] = [await anOrganisation(site), await anOrganisation(site)];
  const [group, other] = [await aGroup(site), await aGroup(site)];
  const people = {
    facilitator: await aPerson(site),
    contributor: await aPerson(site, { name: 'Nadia Ferrand' }),
    reviewer: await aPerson(site),
    observer: await aPerson(site),
    throughOrganisation: await aPerson(site, { organisationId: guise.id }),
    coordinator: await aPerson(site, { platformRole: 'coordinator' }),
    stranger: await aPerson(site),
    otherCity: await aPerson(site, { organisationId: laon.id }),
  };
  for (const role of ['facilitator', 'contributor', 'reviewer', 'observer'] as const)
    await aMember(site, { groupId: group.id, role, userId: people[role].id });
  await aMember(site, { groupId: group.id, role: 'consultant', organisationId: guise.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: people.stranger.id });
  const document = await aDocument(site, { groupId: group.id, createdBy: people.contributor.id });
  const file = {
    id: site.newId(),
    groupId: group.id,
    name: 'place.png',
    contentType: 'image/png',
    bytes: 10,
    width: 4,
    height: 3,
    storageKey: 'a/b',
  };
  await registerFile(db, {
    ...file,
    documentId: document.id,
    uploadedBy: people.contributor.id,
    now,
  });
  const change = () => ({
    documentId: document.id,
    groupId: group.id,
    by: people.contributor.id,
    now,
    activityId: site.newId(),
  });
  return { site, people, group, other, guise, laon, document, file, change };
}

type World = Awaited<ReturnType<typeof around>>;

async function doorFor(db: Tx, userId: string, documentId: string) {
  const token = randomUUID();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await db
    .insert(sessions)
    .values({ id: token, tokenHash: token, userId, expiresAt, createdAt: now, updatedAt: now });
  const [visit] = await prepareVisits(db, 'id')([{ room: `document:${documentId}`, session: token }], now);
  return visit?.grant?.access ?? null;
}

/** What a person has by each of the doors of the server: they must all say the same. */
async function everyDoor(db: Tx, { document, group, file }: World, userId: string) {
  const reader = { userId, now };
  const found = await findDocumentForMember(db, { documentId: document.id, ...reader });
  const listed = await listDocuments(db, { groupId: asReadable(group.id), ...reader });
  const recent = await listRecentObjects(db, { groupIds: [asReadable(group.id)], limit: 9, ...reader });
  return {
    access: found?.access ?? null,
    room: await doorFor(db, userId, document.id),
    isListed: listed.length === 1 && recent.length === 1,
    file: (await findFileForMember(db, { fileId: file.id, ...reader })) !== null,
  };
}

const EXPECTED = {
  group: {
    facilitator: 'write',
    contributor: 'write',
    reviewer: 'comment',
    observer: 'comment',
    throughOrganisation: 'write',
    coordinator: 'write',
    stranger: null,
    otherCity: null,
  },
  restricted: {
    facilitator: 'write',
    // Whoever restricts it is named.
    contributor: 'write',
    reviewer: null,
    observer: null,
    throughOrganisation: null,
    coordinator: 'write',
    stranger: null,
    otherCity: null,
  },
  programme: {
    facilitator: 'write',
    contributor: 'write',
    reviewer: 'comment',
    observer: 'comment',
    throughOrganisation: 'write',
    coordinator: 'write',
    stranger: 'read',
    otherCity: 'read',
  },
} as const satisfies Record<Visibility, object>;

describe('who sees a document', () => {
  const transitions = VISIBILITIES.flatMap((from) => VISIBILITIES.map((to) => [from, to] as const));
  test.each(transitions)('[A6] from %s to %s every door says the same to eight kinds of person', (from, to) =>
    withDb(async (db) => {
      const world = await around(db);
      for (const visibility of [from, to]) {
        await setVisibility(db, { ...world.change(), visibility, accessId: world.site.newId() });
        for (const [kind, { id }] of Object.entries(world.people)) {
          const access = EXPECTED[visibility][kind as keyof World['people']];
          expect({ kind, ...(await everyDoor(db, world, id)) }).toEqual({
            kind,
            access,
            room: access,
            // Lists are asked for groups that their reader may see: only what is restricted is left out there.
            isListed: visibility !== 'restricted' || access !== null,
            file: access !== null,
          });
        }
      }
    }),
  );

  test('[A10] a name, or the whole city’s, opens a restricted document at its role until it is taken back', () =>
    withDb(async (db) => {
      const world = await around(db);
      const { change, site, people, laon } = world;
      await setVisibility(db, { ...change(), visibility: 'restricted', accessId: site.newId() });
      for (const to of [{ userId: people.otherCity.id }, { organisationId: laon.id }]) {
        for (const [index, role] of DOCUMENT_ROLES.entries()) {
          const accessId = site.newId();
          expect(await giveByName(db, { ...change(), to, role, accessId })).toEqual({ ok: true });
          const access = (['write', 'comment', 'read'] as const)[index];
          expect(await everyDoor(db, world, people.otherCity.id)).toEqual({
            access,
            room: access,
            isListed: true,
            file: true,
          });
        }
        const [row] = (await listNamedAccess(db, asReadable(world.document.id))).filter(
          ({ person, organisation }) =>
            person?.id === people.otherCity.id || (!person && organisation?.id === laon.id),
        );
        const taken = await takeBackName(db, { ...change(), accessId: row?.id ?? '' });
        expect(taken).toEqual({ ok: true, value: { to, role: 'reader' } });
        expect(await everyDoor(db, world, people.otherCity.id)).toMatchObject({ access: null, room: null });
      }
    }));

  test('[A10] nothing is changed from another group, in the trash, or for nobody', () =>
    withDb(async (db) => {
      const { change, site, people, other } = await around(db);
      const wrong = () => ({ ...change(), groupId: other.id, by: people.stranger.id });
      const accessId = site.newId();
      const to = { userId: people.stranger.id };
      const absent = { ok: false, error: 'access.notFound' };
      expect(await setVisibility(db, { ...wrong(), visibility: 'programme', accessId })).toEqual(absent);
      expect(await giveByName(db, { ...wrong(), to, role: 'editor', accessId })).toEqual(absent);
      expect(await takeBackName(db, { ...wrong(), accessId })).toEqual(absent);
      const nobody = { ok: false, error: 'documentAccess.nobody' };
      expect(
        await giveByName(db, { ...change(), to: { userId: 'absent' }, role: 'reader', accessId }),
      ).toEqual(nobody);
      expect(await takeBackName(db, { ...change(), accessId })).toEqual(nobody);
      await trashDocument(db, change());
      expect(await giveByName(db, { ...change(), to, role: 'reader', accessId })).toEqual(absent);
    }));

  test('[A6] a restricted document is named neither in the activity nor in the trash of those who may not see it', () =>
    withDb(async (db) => {
      const { change, site, people, group } = await around(db);
      await setVisibility(db, { ...change(), visibility: 'restricted', accessId: site.newId() });
      await trashDocument(db, change());
      const heard = async (userId: string) => ({
        activities: (await listActivities(db, { groupIds: [asReadable(group.id)], limit: 9, userId, now }))
          .length,
        trash: (await listTrash(db, { kind: 'document', groupId: asReadable(group.id), userId, now })).length,
      });
      expect(await heard(people.facilitator.id)).toEqual({ activities: 2, trash: 1 });
      expect(await heard(people.contributor.id)).toEqual({ activities: 2, trash: 1 });
      expect(await heard(people.throughOrganisation.id)).toEqual({ activities: 0, trash: 0 });
    }));

  test('[A8] a file that two documents show is read by the readers of either, if one who may read it named it there', () =>
    withDb(async (db) => {
      const world = await around(db);
      const { site, other, people, file } = world;
      const elsewhere = await aDocument(site, { groupId: other.id, createdBy: people.stranger.id });
      const find = (userId: string) => findFileForMember(db, { fileId: file.id, userId, now });
      expect(await find(people.stranger.id)).toBeNull();
      const named = { documentId: elsewhere.id, fileIds: [file.id, 'absent'], now };
      // Who only knows its id, and a copy of a text that only names it, give nothing.
      await linkFiles(db, { ...named, writers: [people.stranger.id] });
      const copy = await aDocument(site, { groupId: other.id, createdBy: people.stranger.id });
      await copyFileLinks(db, { from: [elsewhere.id], to: copy.id, fileIds: [file.id] });
      expect(await find(people.stranger.id)).toBeNull();
      await linkFiles(db, { ...named, writers: [people.stranger.id, people.observer.id] });
      expect(await find(people.stranger.id)).not.toBeNull();
      expect(await find(people.observer.id)).not.toBeNull();
      expect(await find(people.otherCity.id)).toBeNull();
    }));

  test('[A9] the audience is everybody whom a door lets in', () =>
    withDb(async (db) => {
      const world = await around(db);
      const { document, group, change, site, people, laon } = world;
      await giveByName(db, {
        ...change(),
        to: { organisationId: laon.id },
        role: 'reader',
        accessId: site.newId(),
      });
      for (const visibility of ['group', 'restricted'] as const) {
        await setVisibility(db, { ...change(), visibility, accessId: site.newId() });
        const candidates = await listCandidates(db, {
          documentId: asReadable(document.id),
          groupId: group.id,
          now,
        });
        const audience = new Map(audienceOf(candidates, visibility).map(({ id, access }) => [id, access]));
        for (const { id } of Object.values(people)) {
          expect(audience.get(id) ?? null).toBe((await everyDoor(db, world, id)).access);
        }
      }
    }));
});
