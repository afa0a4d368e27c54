import { expect, test } from 'vitest';
import { listDatasetPage } from '#db/library/dataset/dataset-list.ts';
import { createDataset } from '#db/library/dataset/datasets.ts';
import { fieldsOf, withDataset } from '#tests/support/library/datasets.ts';

const filter = { query: '', access: '', producer: '', group: '' };

test('[DS1] the register is filtered by every word, case and accents aside', () =>
  withDataset(
    async ({ db, people, nature, heat }) => {
      const count = async (asked: Partial<typeof filter>) =>
        (await listDatasetPage(db, { ...people.etienne, filter: { ...filter, ...asked } })).total;
      expect(await count({})).toBe(1);
      expect(await count({ query: 'fraicheur VALMONT' })).toBe(1);
      expect(await count({ query: 'fraicheur lyon' })).toBe(0);
      expect(await count({ query: '100 %' })).toBe(0);
      expect(await count({ access: 'open' })).toBe(0);
      expect(await count({ access: 'candidate', producer: 'public_local', group: nature.id })).toBe(1);
      expect(await count({ group: heat.id })).toBe(0);
    },
    { title: 'Îlots de fraîcheur' },
  ));

test('[DS1] somebody of another group finds nothing, whatever they ask', () =>
  withDataset(async ({ db, people, nature, heat }) => {
    const page = await listDatasetPage(db, { ...people.aurelie, filter: { ...filter, group: nature.id } });
    expect(page).toMatchObject({ datasets: [], total: 0, isEmpty: true, page: 1, pages: 1 });
    expect(page.groups.map(({ id }) => id)).toContain(heat.id);
    expect(page.groups.map(({ id }) => id)).not.toContain(nature.id);
  }));

test('[DS4] [PG1] [PG2] comes by pages, the last changed first, each record as its reader may see it', () =>
  withDataset(async ({ db, site, people, nature, valmont, datasetId }) => {
    const later = new Date(people.nadia.now.getTime() + 60_000);
    const second = site.newId();
    await createDataset(db, {
      ...{ datasetId: second, activityId: site.newId(), userId: people.nadia.userId, now: later },
      ...{ groupId: nature.id, organisationId: valmont.id, fields: fieldsOf({ title: 'Bancs' }) },
    });
    const page = async (asked: number) =>
      listDatasetPage(db, { ...people.yann, filter, page: asked, size: 1 });
    expect(await page(1)).toMatchObject({ total: 2, page: 1, pages: 2, datasets: [{ id: second }] });
    const last = { page: 2, datasets: [{ id: datasetId, mayChange: false, role: 'contributor' }] };
    expect(await page(2)).toMatchObject(last);
    expect(await page(7)).toMatchObject(last);
  }));
