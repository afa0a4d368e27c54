import { expect, test } from 'vitest';
import { changeSeason, createSeason } from '#db/programme/season/season-changes.ts';
import { listSeasons } from '#db/programme/season/seasons.ts';
import { aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { programmeSeason } from '#db/seed/season.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const absent = { ok: false, error: 'access.notFound' };

test('[CA13] a season is made and changed by who prepares calls; its themes keep their ids and their groups', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const claire = await aPerson(site, { platformRole: 'coordinator' });
    const seasonId = site.newId();
    const change = { seasonId, userId: claire.id, fields: programmeSeason, newId: site.newId };
    expect(await createSeason(db, change)).toMatchObject({ ok: true });
    expect(await createSeason(db, { ...change, seasonId: site.newId() })).toMatchObject({
      error: 'season.numberTaken',
    });
    const before = (await listSeasons(db)).find(({ id }) => id === seasonId);
    const [first, ...others] = programmeSeason.themes;
    if (!first) throw new Error('themes expected');
    const fields = { ...programmeSeason, name: 'Autre nom', themes: [{ ...first, name: 'Énergie' }] };
    expect(await changeSeason(db, { ...change, fields })).toMatchObject({ ok: true });
    const after = (await listSeasons(db)).find(({ id }) => id === seasonId);
    expect(after).toMatchObject({ name: 'Autre nom', themes: [{ name: 'Énergie' }] });
    expect(before?.themes.map(({ id }) => id)).toContain(after?.themes[0]?.id);
    expect(others).toHaveLength(2);
  }));

test('[CA13] a theme that a working group has stays', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const claire = await aPerson(site, { platformRole: 'admin' });
    await aGroup(site);
    const [season] = await listSeasons(db);
    if (!season) throw new Error('a season expected');
    const fields = { ...season, themes: [{ key: 'risques' as const, name: 'Risques naturels' }] };
    const change = { seasonId: season.id, userId: claire.id, fields, newId: site.newId };
    expect(await changeSeason(db, change)).toMatchObject({ error: 'season.themeUsed' });
    expect((await listSeasons(db))[0]).toEqual(season);
  }));

test('[CA2] [CA13] nobody else', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const reviewer = await aPerson(site, { platformRole: 'reviewer' });
    const change = {
      seasonId: site.newId(),
      userId: reviewer.id,
      fields: programmeSeason,
      newId: site.newId,
    };
    expect(await createSeason(db, change)).toEqual(absent);
    expect(await changeSeason(db, change)).toEqual(absent);
    expect(await listSeasons(db)).toEqual([]);
  }));
