import { describe, expect, test } from 'vitest';
import { cards } from '#db/boards/schema.ts';
import { trashDocument } from '#db/documents/documents.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { searchMentions, searchObjects } from '#db/documents/object/object-search.ts';
import type { Db } from '#db/kernel/client.ts';
import { suspendPerson } from '#db/people/person/people.ts';
import { aBoard, aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

/** Two groups that share nobody; in the first a city, a consultant and their objects. */
async function twoGroups(db: Db) {
  const site = siteOf(db, now);
  const [city, other] = [
    await anOrganisation(site, { name: 'Ville de Valmont' }),
    await anOrganisation(site, { name: 'Ville d’Orsans' }),
  ];
  const nadia = await aPerson(site, { name: 'Nadia Ferrand', organisationId: city.id });
  const elodie = await aPerson(site, { name: 'Élodie Nœud', organisationId: city.id });
  const consultant = await aPerson(site, { name: 'Karim Conseil' });
  const stranger = await aPerson(site, { name: 'Nadège Ailleurs', organisationId: other.id });
  const admin = await aPerson(site, { name: 'Ada Admin', platformRole: 'admin' });
  const reviewer = await aPerson(site, { name: 'René Relecteur', platformRole: 'reviewer' });
  const [group, foreign] = [
    await aGroup(site, { name: 'Arbres en ville' }),
    await aGroup(site, { name: 'Eau' }),
  ];
  await aMember(site, { groupId: group.id, role: 'contributor', organisationId: city.id });
  await aMember(site, { groupId: group.id, role: 'consultant', userId: consultant.id });
  await aMember(site, { groupId: foreign.id, role: 'facilitator', userId: stranger.id });
  const by = { createdBy: nadia.id };
  const document = await aDocument(site, { ...by, groupId: group.id, title: 'Choisir des essences' });
  const board = await aBoard(site, { ...by, groupId: group.id, title: 'Suivi des essences' });
  const secret = await aDocument(site, { ...by, groupId: foreign.id, title: 'Essences secrètes' });
  const card = { boardId: board.id, cardId: site.newId(), title: 'Planter 50 % des essences_locales' };
  await db.insert(cards).values({
    ...card,
    description: '',
    columnId: 'c',
    columnName: 'À faire',
    order: 'a0',
    isDone: false,
    isArchived: false,
    assigneeIds: [],
    labels: [],
  });
  return {
    site,
    city,
    other,
    nadia,
    elodie,
    consultant,
    stranger,
    admin,
    reviewer,
    group,
    foreign,
    document,
    board,
    secret,
    card,
  };
}

type World = Awaited<ReturnType<typeof twoGroups>>;

const refsOf = (world: World) => ({
  document: { kind: 'document', id: world.document.id },
  secret: { kind: 'document', id: world.secret.id },
  board: { kind: 'board', id: world.board.id },
  card: { kind: 'card', id: `${world.card.boardId}/${world.card.cardId}` },
  group: { kind: 'group', id: world.group.id },
  nadia: { kind: 'person', id: world.nadia.id },
  stranger: { kind: 'person', id: world.stranger.id },
  city: { kind: 'organisation', id: world.city.id },
  other: { kind: 'organisation', id: world.other.id },
  unknown: { kind: 'séance', id: 'x' },
  odd: { kind: 'constructor', id: 'x' },
});

async function seenBy(db: Db, world: World, userId: string) {
  const refs = refsOf(world);
  const names = await findObjectNames(db, { refs: Object.values(refs), userId, now });
  return Object.entries(refs).flatMap(([called, ref]) => (names[objectKey(ref)] ? [called] : []));
}

describe('[D10] the names of objects', () => {
  test('are given to those who may see the object, and to nobody else', () =>
    withDb(async (db) => {
      const world = await twoGroups(db);
      const own = ['document', 'board', 'card', 'group', 'nadia', 'city'];
      expect(await seenBy(db, world, world.nadia.id)).toEqual(own);
      expect(await seenBy(db, world, world.consultant.id)).toEqual(own);
      expect(await seenBy(db, world, world.stranger.id)).toEqual(['secret', 'stranger', 'other']);
      expect(await seenBy(db, world, world.admin.id)).toHaveLength(9);
      expect(await seenBy(db, world, 'nobody')).toEqual([]);
      const ended = new Date('2023-03-01T09:00:00Z');
      const former = await aPerson(world.site);
      await aMember(world.site, {
        groupId: world.group.id,
        role: 'consultant',
        userId: former.id,
        until: ended,
      });
      expect(await seenBy(db, world, former.id)).toEqual([]);
      await suspendPerson(db, { id: world.consultant.id, by: world.admin.id, now });
      expect(await seenBy(db, world, world.consultant.id)).toEqual([]);
    }));

  test('are today’s, with today’s address; what is in the trash has none', () =>
    withDb(async (db) => {
      const world = await twoGroups(db);
      const { document, card } = refsOf(world);
      const ask = () => findObjectNames(db, { refs: [document, card], userId: world.nadia.id, now });
      expect(await ask()).toEqual({
        [objectKey(document)]: {
          name: 'Choisir des essences',
          href: `/documents/${document.id}-choisir-des-essences`,
        },
        [objectKey(card)]: {
          name: world.card.title,
          href: `/tableaux/${world.card.boardId}/cartes/${world.card.cardId}`,
        },
      });
      await trashDocument(db, {
        documentId: document.id,
        groupId: world.group.id,
        by: world.nadia.id,
        now,
        activityId: world.site.newId(),
      });
      expect(Object.keys(await ask())).toEqual([objectKey(card)]);
    }));
});

describe('[D15] who may be mentioned', () => {
  const mention = (db: Db, userId: string, query: string, groupId: string | null = null) =>
    searchMentions(db, { query, userId, now, limit: 12, groupId }).then((found) =>
      found.map(({ name }) => name),
    );

  test('is whom one may know: a consultant finds their groups’ people and nobody else', () =>
    withDb(async (db) => {
      const { consultant, stranger, admin, reviewer, nadia } = await twoGroups(db);
      expect(await mention(db, consultant.id, 'nad')).toEqual(['Nadia Ferrand']);
      expect(await mention(db, stranger.id, 'nad')).toEqual(['Nadège Ailleurs']);
      expect(await mention(db, consultant.id, 'orsans')).toEqual([]);
      expect(await mention(db, consultant.id, 'valmont')).toEqual(['Ville de Valmont']);
      expect(await mention(db, admin.id, 'nad')).toEqual(['Nadège Ailleurs', 'Nadia Ferrand']);
      expect(await mention(db, reviewer.id, 'nad')).toHaveLength(2);
      expect(await mention(db, 'nobody', 'nad')).toEqual([]);
      await suspendPerson(db, { id: nadia.id, by: admin.id, now });
      expect(await mention(db, consultant.id, 'nad')).toEqual([]);
    }));

  test('is found whatever the case and accents, the group’s people first, and no sign is a joker', () =>
    withDb(async (db) => {
      const { admin, elodie, group, foreign } = await twoGroups(db);
      expect(await mention(db, elodie.id, 'ELODIE noe')).toEqual(['Élodie Nœud']);
      expect(await mention(db, elodie.id, '%')).toEqual([]);
      expect(await mention(db, elodie.id, '_')).toEqual([]);
      expect(await mention(db, elodie.id, "' or 1=1 --")).toEqual([]);
      expect(await mention(db, admin.id, 'na', group.id)).toEqual(['Nadia Ferrand', 'Nadège Ailleurs']);
      expect(await mention(db, admin.id, 'na', foreign.id)).toEqual(['Nadège Ailleurs', 'Nadia Ferrand']);
    }));
});

describe('[D14] what may be referred to', () => {
  test('is found among what one may see, a few of each kind, and nothing of other groups', () =>
    withDb(async (db) => {
      const world = await twoGroups(db);
      const find = (userId: string, query: string) =>
        searchObjects(db, { query, userId, now, limit: 12 }).then((found) =>
          found.map(({ kind, name, detail }) => [kind, name, detail]),
        );
      expect(await find(world.consultant.id, 'essences')).toEqual([
        ['document', 'Choisir des essences', 'Arbres en ville'],
        ['board', 'Suivi des essences', 'Arbres en ville'],
        ['card', 'Planter 50 % des essences_locales', 'Suivi des essences'],
      ]);
      expect(await find(world.stranger.id, 'ESSENCES')).toEqual([['document', 'Essences secrètes', 'Eau']]);
      expect(await find(world.consultant.id, 'arbres')).toEqual([['group', 'Arbres en ville', '']]);
      expect(await find(world.consultant.id, '50 %')).toHaveLength(1);
      expect(await find(world.consultant.id, '')).toHaveLength(2);
      expect(await find('nobody', 'essences')).toEqual([]);
    }));
});
