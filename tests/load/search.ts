import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cards } from '#db/boards/schema.ts';
import { documents, documentTexts } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { migrate } from '#db/kernel/migrate.ts';
import { themes } from '#db/people/group/schema.ts';
import { experimentLogs } from '#db/programme/experiment/follow-up-schema.ts';
import { experimentOrganisations, experiments } from '#db/programme/experiment/schema.ts';
import { localIssues, stakeholderInterviews, watchNotes } from '#db/programme/local-issue/schema.ts';
import { searchQuickly } from '#db/search/search.ts';
import { learnWords } from '#db/search/search-words.ts';
import { aBoard, aGroup, aMember, anOrganisation, aPerson, type Site } from '#db/seed/builders/builders.ts';
import { openEmbedded, removeWithEmbedded } from '#server/kernel/embedded-postgres/embedded-postgres.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import { percentile } from './percentiles.ts';

const GROUPS = 40;
/** Of which the reader is in a quarter. */
const OWN = 10;
const AT_ONCE = 500;
const DOCUMENT_WORDS = 200;
const CARD_WORDS = 30;
const CARDS_A_BOARD = 200;

/** Typed letter by letter, as the palette asks: common and rare, one word and several, a slip, a phrase. */
const TYPED = [
  'expérimentations',
  'arbres des places',
  'biodivresité',
  'qualité de l’air',
  '"cour d’école"',
  'compte rendu réunion',
  'budget -travaux',
  'ville',
  'plan communal',
  'sobriété énergétique',
];
const COMMON =
  'ville commune données arbre chaleur eau quartier habitants projet plan réunion budget travaux école place énergie air qualité mobilité service expérimentation biodiversité compte rendu action suivi cour communal sobriété énergétique'.split(
    ' ',
  );
const SYLLABLES = 'ba ce di fo gu lan mer nis por qua ré sou tal vi ven cha pli tra men ter'.split(' ');

/** [SE5] How long an answer takes while one types, among so many objects. */
export async function measureSearch({ objects }: { objects: number }): Promise<void> {
  console.log(`\n| ${objects} objects: filled in | answers | p50 | p95 | longest |\n|---|---|---|---|---|`);
  const folder = await mkdtemp(join(tmpdir(), 'cordee-bench-'));
  const database = await openEmbedded(folder);
  await migrate(database);
  const from = performance.now();
  const userId = await fill(database.db, objects);
  const filled = performance.now() - from;
  await database.run('analyze', []);
  const times: number[] = [];
  for (const text of TYPED) {
    for (let length = 2; length <= text.length; length++) {
      const query = parseSearch(text.slice(0, length), { isTyping: true });
      if (!query.ok) continue;
      const start = performance.now();
      await searchQuickly(database.db, { query: query.value, userId, now: new Date(), limit: 12 });
      times.push(performance.now() - start);
    }
  }
  const ms = (value: number) => `${Math.round(value)} ms`;
  const [half, most, longest] = [50, 95, 100].map((percent) => ms(percentile(times, percent)));
  console.log(`| ${Math.round(filled / 1000)} s | ${times.length} | ${half} | ${most} | ${longest} |`);
  await database.close();
  await removeWithEmbedded(folder);
}

/**
 * A quarter documents, a quarter cards, in forty groups, and a half of the programme; answers somebody of a city of it, who is in ten of these groups.
 */
async function fill(db: Db, objects: number): Promise<string> {
  const site: Site = { db, now: () => new Date(), newId: () => randomUUID() };
  const words = wordSource();
  const city = await anOrganisation(site);
  const reader = await aPerson(site, { organisationId: city.id });
  const groups: string[] = [];
  for (let at = 0; at < GROUPS; at++) {
    const group = await aGroup(site, { name: `Groupe ${at}` });
    if (at < OWN) await aMember(site, { groupId: group.id, role: 'contributor', userId: reader.id });
    groups.push(group.id);
  }
  const groupOf = (at: number) => groups[at % GROUPS] ?? '';
  let boardId = '';
  for (let start = 0; start < objects / 4; start += AT_ONCE) {
    const at = Array.from({ length: AT_ONCE }, (_, rank) => start + rank);
    const made = at.map((rank) => ({
      id: randomUUID(),
      groupId: groupOf(rank),
      title: words(5),
      visibility: rank % 20 === 0 ? ('restricted' as const) : ('group' as const),
      createdBy: reader.id,
      createdAt: site.now(),
      updatedAt: new Date(Date.now() - rank * 60_000),
    }));
    await db.insert(documents).values(made);
    await db.insert(documentTexts).values(
      made.map(({ id }) => ({
        documentId: id,
        text: words(DOCUMENT_WORDS),
        excerpt: '',
        outline: [],
        words: DOCUMENT_WORDS,
      })),
    );
    for (let first = 0; first < AT_ONCE; first += CARDS_A_BOARD) {
      boardId = (
        await aBoard(site, { groupId: groupOf(start + first), createdBy: reader.id, title: words(3) })
      ).id;
      const count = Math.min(CARDS_A_BOARD, AT_ONCE - first);
      await db
        .insert(cards)
        .values(Array.from({ length: count }, (_, rank) => cardOf(boardId, `c${rank}`, words)));
    }
  }
  await fillProgramme(site, { objects: objects / 2, cityId: city.id, userId: reader.id, words });
  while ((await learnWords(db, { limit: AT_ONCE })) > 0);
  return reader.id;
}

/** Experiments of their city and of others with ten months of log each, challenges, and what the city heard and read. */
async function fillProgramme(
  { db, now, newId }: Site,
  given: { objects: number; cityId: string; userId: string; words: (count: number) => string },
): Promise<void> {
  const { cityId, userId, words } = given;
  const [theme] = await db.select({ id: themes.id }).from(themes).limit(1);
  const other = await anOrganisation({ db, now, newId });
  const made = () => ({ id: newId(), createdBy: userId, createdAt: now() });
  const ofCity = () => ({ ...made(), organisationId: cityId });
  const many = <Row>(count: number, row: (rank: number) => Row) =>
    Array.from({ length: count }, (_, rank) => row(rank));
  /** Of each twenty objects: one experiment with ten months, three of each of the rest. */
  for (let done = 0; done < given.objects; done += AT_ONCE) {
    const experimentRows = many(AT_ONCE / 20, () => ({
      ...made(),
      ...{ themeId: theme?.id ?? '', title: words(5), summary: words(CARD_WORDS), state: 'running' as const },
    }));
    await db.insert(experiments).values(experimentRows);
    await db.insert(experimentOrganisations).values(
      experimentRows.map(({ id: experimentId }, rank) => ({
        ...{ experimentId, isLead: true, organisationId: rank % 4 === 0 ? cityId : other.id },
      })),
    );
    await db.insert(experimentLogs).values(
      experimentRows.flatMap(({ id: experimentId }) =>
        many(10, (month) => ({
          ...{
            experimentId,
            month: `2023-${String(month + 1).padStart(2, '0')}`,
            version: 1,
            mood: 'good' as const,
          },
          ...{
            done: words(CARD_WORDS),
            difficulties: words(10),
            help: '',
            writtenBy: userId,
            writtenAt: now(),
          },
        })),
      ),
    );
    const third = (AT_ONCE / 20) * 3;
    await db.insert(localIssues).values(
      many(third, () => ({
        ...ofCity(),
        themeId: theme?.id ?? '',
        title: words(6),
        context: words(CARD_WORDS),
        updatedAt: now(),
      })),
    );
    await db.insert(watchNotes).values(
      many(third, () => ({
        ...ofCity(),
        title: words(5),
        url: 'https://veille.example',
        says: words(CARD_WORDS),
      })),
    );
    await db.insert(stakeholderInterviews).values(
      many(third, () => ({
        ...{ ...ofCity(), personName: words(2), personFunction: words(2), personOrganisation: words(2) },
        ...{ metOn: '2023-03-14', notes: words(CARD_WORDS), hasConsent: true, updatedAt: now() },
      })),
    );
  }
}

function cardOf(
  boardId: string,
  cardId: string,
  words: (count: number) => string,
): typeof cards.$inferInsert {
  return {
    boardId,
    cardId,
    title: words(4),
    description: words(CARD_WORDS),
    columnId: 'c',
    columnName: 'À faire',
    order: 'a0',
    isDone: false,
    isArchived: false,
    assigneeIds: [],
    labels: [words(1)],
  };
}

/** The same words on every machine: a third of thirty common ones, the others of a vocabulary of eight thousand. */
function wordSource(): (count: number) => string {
  let state = 20_230_314;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list: readonly string[]) => list[next(list.length)] ?? '';
  const word = () => (next(3) === 0 ? pick(COMMON) : pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES));
  return (count) => Array.from({ length: count }, word).join(' ');
}
