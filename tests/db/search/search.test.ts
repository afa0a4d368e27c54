import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { searchEverything } from '#db/search/search.ts';
import { learnWords } from '#db/search/search-words.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { find, now, write } from '#tests/support/search/search.ts';

async function world(db: Db) {
  const site = siteOf(db, now);
  const group = await aGroup(site, { name: 'Nature' });
  const city = await anOrganisation(site, { name: 'Ville d’Orsans' });
  const nadia = await aPerson(site, { name: 'Nadia Ferrand', organisationId: city.id });
  await aMember(site, { groupId: group.id, role: 'contributor', userId: nadia.id });
  const texts = async (...bodies: string[]) => {
    const made = [];
    for (const [at, body] of bodies.entries()) {
      const document = await aDocument(site, { groupId: group.id, createdBy: nadia.id, title: `Note ${at}` });
      await write(db, document.id, body);
      made.push(document);
    }
    return made;
  };
  const titles = async (typed: string, filter: Parameters<typeof find>[3] = {}) =>
    (await find(db, nadia.id, typed, filter)).items.map(({ title }) => title.text);
  return { site, group, city, nadia, texts, titles };
}

test.each([
  ['expérimenter', 'Nos expérimentations du printemps'],
  ['arbre', 'Sous l’arbre du village'],
  ["l'arbre", 'Des arbres de la place'],
  ['l’arbre', "Sous l'arbre du village"],
  ['biodiversite', 'La biodiversité des alpages'],
  ['BIODIVERSITÉ', 'la biodiversite des alpages'],
  ['randonnée', 'Des randonnées faciles'],
  ['chevaux', 'Le cheval de trait'],
  ["aujourd'hui", 'Ce qui se passe aujourd’hui'],
  ['aujourd’hui', "Ce qui se passe aujourd'hui"],
  ['eau', 'Le manque d’eau'],
  ['qu’inonde', 'Un quartier inondé'],
  ['oeuvre', 'La maîtrise d’œuvre'],
  ['œuvre', "La maitrise d'oeuvre"],
  ['première', 'Le premier rendez-vous'],
  ['financier', 'Une aide financière'],
  ['valider', 'Une décision validée'],
  ['municipaux', 'La police municipale'],
  ['porte à porte', 'Une enquête en porte-à-porte'],
])('[SE1] « %s » finds « %s »', (typed, text) =>
  withDb(async (db) => {
    const { texts, titles } = await world(db);
    await texts(text, 'Rien de tel dans cette autre page');
    expect(await titles(typed, { kind: 'document' })).toEqual(['Note 0']);
  }),
);

test('[SE2] all the words, the exact phrase, without a word, and the beginning of the last one', () =>
  withDb(async (db) => {
    const { texts, titles } = await world(db);
    await texts(
      'Un îlot de chaleur en ville',
      'La chaleur, puis un îlot',
      'Un îlot de fraîcheur, sans budget',
    );
    expect((await titles('chaleur ilot')).sort()).toEqual(['Note 0', 'Note 1']);
    expect(await titles('"îlot de chaleur"')).toEqual(['Note 0']);
    expect((await titles('îlot -chaleur')).sort()).toEqual(['Note 2']);
    expect(await titles('ilot fraich', { isTyping: true })).toEqual(['Note 2']);
    expect(await titles('ilot fraich')).toEqual([]);
    // A stem is cut before the letters that follow: the beginning of a long word stays one.
    expect(await titles('budge', { isTyping: true })).toEqual(['Note 2']);
  }));

test('[SE3] small words alone are said to be so, whatever stands in them as signs of the query language', () =>
  withDb(async (db) => {
    const { nadia } = await world(db);
    const answer = async (typed: string) => {
      const query = parseSearch(typed, { isTyping: true });
      return query.ok ? searchEverything(db, { query: query.value, userId: nadia.id, now, limit: 5 }) : query;
    };
    expect(await answer('le de la')).toEqual({ ok: false, error: 'search.onlySmallWords' });
    for (const typed of [
      "a'); drop table x;--",
      'x & | ! <-> :*',
      '\\',
      "''a:*'",
      '%_%',
      '<b>é</b>',
      'é\u0000è',
      '💧 eau',
      `${'x'.repeat(290)}`,
    ]) {
      expect((await answer(typed)).ok || !(await answer(typed)).ok, typed).toBe(true);
    }
  }));

test('[SE5] the title before the text, late before early; filters by kind, group, organisation and day', () =>
  withDb(async (db) => {
    const { site, group, city, nadia, texts, titles } = await world(db);
    await texts('Le compostage y est nommé une fois, le compostage deux fois, le compostage trois fois');
    const own = { groupId: group.id, createdBy: nadia.id };
    const early = { ...site, now: () => new Date('2021-03-14T09:00:00Z') };
    await aDocument(early, { ...own, title: 'Guide du compostage (ancien)' });
    await aDocument(site, { ...own, title: 'Guide du compostage (nouveau)' });
    const other = await aGroup(site, { name: 'Compostage' });
    await aMember(site, { groupId: other.id, role: 'observer', userId: nadia.id });
    const all = ['Compostage', 'Guide du compostage (nouveau)', 'Guide du compostage (ancien)', 'Note 0'];
    expect(await titles('compostage')).toEqual(all);
    expect(await titles('compostage', { kind: 'group' })).toEqual(['Compostage']);
    expect(await titles('compostage', { groupId: group.id })).toEqual(all.slice(1));
    expect(await titles('compostage', { since: new Date('2022-01-01T00:00:00Z') })).not.toContain(all[2]);
    expect(await titles('compostage', { organisationId: city.id })).toEqual(all.slice(1));
    const found = await find(db, nadia.id, 'compostage', { kind: 'group' });
    expect(found.counts).toEqual({ document: 3, group: 1 });
  }));

test('[SE6] a slip of the keyboard finds the word that was meant, only when nothing has it', () =>
  withDb(async (db) => {
    const { nadia, texts, titles } = await world(db);
    await texts('La biodiversité des alpages', 'La randonnée du dimanche');
    expect(await titles('biodivresité')).toEqual([]);
    while ((await learnWords(db, { limit: 2 })) > 0);
    expect(await titles('biodivresité', { kind: 'document' })).toEqual(['Note 0']);
    expect(await titles('randonée')).toEqual(['Note 1']);
    expect((await find(db, nadia.id, 'randonée')).isNear).toBe(true);
    expect((await find(db, nadia.id, 'randonnée')).isNear).toBe(false);
    // Words that only others may read find nothing, so that nothing is told of them.
    const stranger = await aPerson(siteOf(db, now));
    expect((await find(db, stranger.id, 'randonée')).items).toEqual([]);
  }));

test('[SE6] a letter left out, put in, changed or moved, in one word or in several', () =>
  withDb(async (db) => {
    const { texts, titles } = await world(db);
    await texts('Une plantation d’arbres', 'Une inondation rue de l’Ombre', 'Le micocoulier', 'Rien');
    while ((await learnWords(db, { limit: 50 })) > 0);
    for (const [typed, note] of [
      ['plantation arbes', 'Note 0'],
      ['platation abres', 'Note 0'],
      ['abre', 'Note 0'],
      ['inondaton', 'Note 1'],
      ['innondation ombe', 'Note 1'],
      ['micoculier', 'Note 2'],
    ] as const)
      expect(await titles(typed, { kind: 'document' }), typed).toEqual([note]);
  }));

test('[SE7] an excerpt shows the words found, wherever they are in a long text, with their places', () =>
  withDb(async (db) => {
    const { nadia, texts } = await world(db);
    const long = 'Une phrase sans rapport avec la question. '.repeat(2_000);
    await texts(`${long}<b>Les expérimentations</b> finissent. ${long}`);
    const [item] = (await find(db, nadia.id, 'expérimenter')).items;
    const { text, marks } = item?.excerpt ?? { text: '', marks: [] };
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['expérimentations']);
    expect(text).toMatch(/^… .* …$/);
    expect(text).toContain('<b>');
  }));
