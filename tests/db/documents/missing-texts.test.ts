import { expect, test } from 'vitest';
import { listMissingTexts } from '#db/documents/missing-texts.ts';
import { documents, documentTexts } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { docClients } from '#db/realtime/schema.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

/** A group of three cities, the third of which may only read; Claire facilitates it, for none of them. */
async function around(db: Db) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site), await aGroup(site)];
  const cityOf = async (name: string, role: 'contributor' | 'observer') => {
    const city = await anOrganisation(site, { name });
    await aMember(site, { groupId: group.id, role, organisationId: city.id });
    return aPerson(site, { name: `De ${name}`, organisationId: city.id });
  };
  const [nadia, yann] = [await cityOf('Valmont', 'contributor'), await cityOf('Vervins', 'contributor')];
  await cityOf('Lointaine', 'observer');
  // Whatever the colour of its marks, it is no city.
  const firm = await anOrganisation(site, { name: 'Cabinet', kind: 'consultancy', colour: 3 });
  await aMember(site, { groupId: group.id, role: 'consultant', organisationId: firm.id });
  await aPerson(site, { name: 'Du cabinet', organisationId: firm.id });
  const claire = await aPerson(site, { name: 'Claire' });
  await aMember(site, { groupId: group.id, role: 'facilitator', userId: claire.id });
  const aText = async (
    title: string,
    text: string,
    headings: readonly string[],
    writers: readonly string[],
  ) => {
    const { id } = await aDocument(site, { groupId: group.id, createdBy: claire.id, title });
    const outline = headings.map((words) => ({ id: `titre-${words}`, text: words, level: 2 as const }));
    await db.insert(documentTexts).values({ documentId: id, text, excerpt: '', outline, words: 1 });
    for (const [index, userId] of writers.entries())
      await db.insert(docClients).values({ room: `document:${id}`, clientId: index + 1, userId, at: now });
    return id;
  };
  const missing = async (limit = 9, groupId = group.id) => {
    const found = await listMissingTexts(db, { groupId: asReadable(groupId), userId: claire.id, now, limit });
    return found.map(({ title, parts, missing: cities }) => ({
      title,
      parts: parts.map(({ text }) => text),
      people: cities.flatMap(({ people }) => people.map(({ name }) => name)),
    }));
  };
  return { group, other, nadia, yann, claire, aText, missing };
}

test('[CK3] headings without text come first, then documents that some cities wrote and others did not', () =>
  withDb(async (db) => {
    const { aText, missing, nadia, yann, other } = await around(db);
    const site = siteOf(db, now);
    // Of a city that has left the group since.
    const left = await aPerson(site, { organisationId: (await anOrganisation(site, { name: 'Aubin' })).id });
    await aText('À deux villes', 'Un texte.', [], [nadia.id, left.id]);
    await aText('À une ville', 'Un texte.', [], [nadia.id]);
    await aText('Entier', 'Un texte.', [], [nadia.id, yann.id]);
    await aText('Guide', 'Constat\nIl fait chaud.\nAgir', ['Constat', 'Agir'], [nadia.id]);
    expect(await missing()).toEqual([
      { title: 'Guide', parts: ['Agir'], people: ['De Vervins'] },
      { title: 'À deux villes', parts: [], people: ['De Vervins'] },
    ]);
    expect(await missing(1)).toHaveLength(1);
    expect(await missing(9, other.id)).toEqual([]);
  }));

test('[CK3] of a restricted document no city is told; frozen and trashed ones wait for nothing', () =>
  withDb(async (db) => {
    const { aText, missing } = await around(db);
    await aText('Guide', 'Agir', ['Agir'], []);
    await db.update(documents).set({ visibility: 'restricted' });
    expect(await missing()).toEqual([{ title: 'Guide', parts: ['Agir'], people: [] }]);
    await db.update(documents).set({ frozenAt: now });
    expect(await missing()).toEqual([]);
    await db.update(documents).set({ frozenAt: null, trashedAt: now });
    expect(await missing()).toEqual([]);
  }));
