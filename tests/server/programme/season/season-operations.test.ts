import { expect, test } from 'vitest';
import { listSeasons } from '#db/programme/season/seasons.ts';
import { aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { programmeSeason } from '#db/seed/season.ts';
import type { SeasonFields } from '#shared/programme/season/season.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const absent = expect.objectContaining({ ok: false, error: 'access.notFound' });

/** A season as its form sends it. */
const typedOf = ({ number, name, startsOn, endsOn, themes }: SeasonFields) => ({
  ...{ number: String(number), name, startsOn, endsOn },
  ...{ transition: '', biodiversite: '', risques: '' },
  ...Object.fromEntries(themes.map((theme) => [theme.key, theme.name])),
});

test('[CA13] a season is made and changed by who prepares calls; its themes keep their ids and their groups', () =>
  withDb(async (db) => {
    const claire = { userId: (await aPerson(siteOf(db, now), { platformRole: 'coordinator' })).id };
    const operations = operationsOn(db);
    const made = await operations.run('season.create', claire, typedOf(programmeSeason));
    const season = made.ok ? made.value.id : '';
    expect(await operations.run('season.create', claire, typedOf(programmeSeason))).toMatchObject({
      fields: { number: 'season.numberTaken' },
    });
    expect(
      await operations.run('season.create', claire, { ...typedOf(programmeSeason), number: '0', name: '' }),
    ).toMatchObject({ fields: { number: 'season.numberInvalid', name: 'season.nameInvalid' } });
    const before = (await listSeasons(db)).find(({ id }) => id === season);
    const [first, ...others] = programmeSeason.themes;
    if (!first) throw new Error('themes expected');
    const fields = { ...programmeSeason, name: 'Autre nom', themes: [{ ...first, name: 'Énergie' }] };
    expect(await operations.run('season.change', claire, { season, ...typedOf(fields) })).toMatchObject({
      ok: true,
    });
    const after = (await listSeasons(db)).find(({ id }) => id === season);
    expect(after).toMatchObject({ name: 'Autre nom', themes: [{ name: 'Énergie' }] });
    expect(before?.themes.map(({ id }) => id)).toContain(after?.themes[0]?.id);
    expect(others).toHaveLength(2);
  }));

test('[CA13] a theme that a working group has stays', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const admin = { userId: (await aPerson(site, { platformRole: 'admin' })).id };
    await aGroup(site);
    const [season] = await listSeasons(db);
    if (!season) throw new Error('a season expected');
    const fields = {
      ...programmeSeason,
      themes: [{ key: 'risques' as const, name: 'Risques naturels' }],
    };
    const change = { season: season.id, ...typedOf(fields) };
    expect(await operationsOn(db).run('season.change', admin, change)).toMatchObject({
      error: 'season.themeUsed',
    });
    expect((await listSeasons(db))[0]).toEqual(season);
  }));

test('[CA2] [CA13] nobody else', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const reviewer = { userId: (await aPerson(site, { platformRole: 'reviewer' })).id };
    const operations = operationsOn(db);
    const typed = typedOf(programmeSeason);
    expect(await operations.run('season.create', reviewer, typed)).toEqual(absent);
    expect(await operations.run('season.change', reviewer, { season: site.newId(), ...typed })).toEqual(
      absent,
    );
    expect(await listSeasons(db)).toEqual([]);
  }));
