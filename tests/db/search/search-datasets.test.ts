import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { datasetDistributions, datasets } from '#db/library/dataset/schema.ts';
import { groups, themes } from '#db/people/group/schema.ts';
import { withDataset } from '#tests/support/library/datasets.ts';
import { find, now } from '#tests/support/search/search.ts';

test('[SE4] [SE8] a data set is found by its group: title, producer, theme, territory, description, files', () =>
  withDataset(
    async ({ db, people, nature, heat, datasetId, site }) => {
      const found = async ({ userId }: { userId: string }, typed: string) =>
        (await find(db, userId, typed, { kind: 'dataset' })).items.map(({ path }) => path);
      const address = [`/donnees/jeux/${datasetId}-arbres-d-alignement`];
      const { nadia, etienne, aurelie } = people;
      for (const typed of [
        'arbres alignement',
        'valmont',
        'biodiversité',
        'essences plantées',
        'arbre -tilleul',
      ])
        expect([await found(etienne, typed), await found(aurelie, typed)], typed).toEqual([address, []]);
      const file = { id: site.newId(), datasetId, name: 'Relevé du tilleul', url: 'https://a.example/t.csv' };
      await db
        .insert(datasetDistributions)
        .values({ ...file, format: 'csv', encoding: 'UTF-8', addedAt: now });
      expect(await found(nadia, 'tilleuls')).toEqual(address);
      await db.delete(datasetDistributions).where(eq(datasetDistributions.id, file.id));
      expect(await found(nadia, 'tilleuls')).toEqual([]);
      // Whom to write to is told to the group only, so it is no word of a search.
      expect(await found(nadia, 'sig@valmont.example')).toEqual([]);
      await db.update(themes).set({ name: 'Sobriété' });
      expect([await found(nadia, 'biodiversité'), await found(nadia, 'sobriété')]).toEqual([[], address]);
      const theme = { id: site.newId(), key: 'risques', name: 'Eau' } as const;
      const [season] = await db.select({ id: themes.seasonId }).from(themes).limit(1);
      await db.insert(themes).values({ ...theme, seasonId: season?.id ?? '' });
      await db.update(groups).set({ themeId: theme.id }).where(eq(groups.id, nature.id));
      expect(await found(nadia, 'eau')).toEqual(address);

      const change = (set: Partial<typeof datasets.$inferInsert>) =>
        db.update(datasets).set(set).where(eq(datasets.id, datasetId));
      await change({ visibility: 'programme' });
      expect(await found(aurelie, 'alignements')).toEqual(address);
      await change({ visibility: 'group', groupId: heat.id });
      expect([await found(nadia, 'alignements'), await found(aurelie, 'alignements')]).toEqual([[], address]);
      await change({ trashedAt: now });
      expect(await found(aurelie, 'alignements')).toEqual([]);
      await change({ trashedAt: null });
      expect(await found(aurelie, 'alignements')).toEqual(address);
    },
    { description: 'Essences plantées le long des rues' },
  ));
