import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { searchQuickly } from '#db/search/search.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { parseSearch } from '#shared/search/search-query.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { now, WORD, write } from '#tests/support/search/search.ts';
import { searchWorld } from '#tests/support/search/search-world.ts';

async function quickly(db: Db, userId: string, typed: string, limit = 50) {
  const query = parseSearch(typed, { isTyping: true });
  if (!query.ok) throw new Error(query.error);
  const found = await searchQuickly(db, { query: query.value, userId, now, limit });
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

test('[SE9] [SE4] while one types, everybody finds exactly what they may read elsewhere', () =>
  withDb(async (db) => {
    const { readers, readableBy } = await searchWorld(db);
    for (const [name, userId] of Object.entries(readers)) {
      const found = (await quickly(db, userId, WORD)).map(({ kind, id }) => `${kind}:${id}`);
      expect(found.sort(), name).toEqual((await readableBy(userId)).sort());
    }
  }));

/** So many entries that everybody reads, changed later than all others: nothing but the last of them is looked at without an index. */
const later = (db: Db, count: number) =>
  db.execute(sql`insert into search_entry (kind, object_id, visibility, organisation_ids, title, labels, body, updated_at, title_words, words)
    select 'city', 'x' || at, 'everyone', '{}', 'Ville ' || at, '', '', ${now.toISOString()}::timestamptz + at * interval '1 second',
      search_vector('Ville ' || at), search_vector('Ville ' || at) from generate_series(1, ${count}::int) as at`);

test('[SE9] [SE5] title before text, late before early, however much was changed since', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const group = await aGroup(site);
    const reader = await aPerson(site, { name: 'Nadia' });
    await aMember(site, { groupId: group.id, role: 'observer', userId: reader.id });
    const own = { groupId: group.id, createdBy: reader.id };
    const titles = async (typed: string, limit = 50) =>
      (await quickly(db, reader.id, typed, limit)).map(({ title }) => title.text);
    const texts = async (title: string, text: string, year: number) => {
      const made = { ...site, now: () => new Date(Date.UTC(year, 2, 14)) };
      await write(db, (await aDocument(made, { ...own, title })).id, text);
    };
    await texts('Note ancienne', 'Le micocoulier de la cour d’une école', 2021);
    await texts('Micocoulier ancien', '', 2021);
    await texts('Micocoulier récent', 'Une école et sa cour', 2022);
    const all = ['Micocoulier récent', 'Micocoulier ancien', 'Note ancienne'];
    expect(await titles('micoc')).toEqual(all);
    await later(db, 2_100);
    expect(await titles('micoc')).toEqual(all);
    expect(await titles('micoc', 2)).toEqual(all.slice(0, 2));
    expect(await titles('micocoulier -ecole')).toEqual(['Micocoulier ancien']);
    expect(await titles('"cour d’une école"')).toEqual(['Note ancienne']);
    expect(await titles('cour école')).toEqual(['Micocoulier récent', 'Note ancienne']);
    expect(await titles('vi', 3)).toEqual(['Ville 2100', 'Ville 2099', 'Ville 2098']);
    // Nobody looks at excerpts there.
    expect((await quickly(db, reader.id, 'cour école'))[0]?.excerpt.text).toBe('');
  }));
