import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { datasets } from '#db/library/dataset/schema.ts';
import { changesSince } from '#db/news/news.ts';
import { tellNext } from '#db/news/notification/notification-fan-out.ts';
import { listHeard } from '#db/news/notification/notifications.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { linesOf } from '#shared/news/notification/lines.ts';
import { pathOfLine } from '#shared/news/notification/object-path.ts';
import { withDb } from '#tests/support/database.ts';
import { aCheck, aDataset, happened } from '#tests/support/programme/heard-objects.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const since = new Date('2023-03-01T09:00:00Z');
const now = new Date('2023-03-14T09:00:00Z');

test('[HV1] [NO6] data sets that others describe, change and check are news of their group, one line each, with the way there', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [group, other] = [await aGroup(site), await aGroup(site)];
    const [nadia, yann, olga] = [
      await aPerson(site, { name: 'Nadia' }),
      await aPerson(site, { name: 'Yann' }),
      await aPerson(site, { name: 'Olga' }),
    ];
    for (const { id } of [nadia, yann])
      await aMember(site, { groupId: group.id, userId: id, role: 'contributor' });
    await aMember(site, { groupId: other.id, userId: olga.id, role: 'facilitator' });
    const made = { groupId: group.id, createdBy: nadia.id };
    const datasetId = await aDataset(site, made);
    const title = 'Arbres d’alignement';
    const by = { groupId: group.id, by: yann.id };
    await happened(site, { id: datasetId, verb: 'dataset.changed' }, { ...by, title });
    const check = await aCheck(site, { ...made, datasetId });
    await happened(site, { id: check, verb: 'check.done' }, { ...by, title: 'arbres.csv' });
    const loose = await aCheck(site, { ...made, datasetId: null });
    await happened(site, { id: loose, verb: 'check.done' }, { ...by, title: 'parcs.csv' });
    const newsOf = async ({ id: userId }: { id: string }, groupId = group.id) => {
      const [news] = await changesSince(db, { userId, groups: [{ groupId, since }], now });
      return news?.kinds.find(({ kind }) => kind === 'dataset');
    };
    const address = `/donnees/jeux/${datasetId}-arbres-d-alignement`;
    expect((await newsOf(nadia))?.total).toBe(2);
    const items = (await newsOf(nadia))?.items ?? [];
    expect(items.find(({ id }) => id === datasetId)).toMatchObject({ title, href: address, by: ['Yann'] });
    expect(
      items
        .find(({ id }) => id === datasetId)
        ?.facts.map((fact) => 'verb' in fact && fact.verb)
        .sort(),
    ).toEqual(['check.done', 'dataset.changed']);
    expect(items.find(({ id }) => id === loose)).toMatchObject({
      title: 'parcs.csv',
      href: `/donnees/controles/${loose}`,
      facts: [{ what: 'said', verb: 'check.done' }],
    });
    expect(await newsOf(yann)).toBeUndefined();
    expect(await newsOf(olga, other.id)).toBeUndefined();

    while (await tellNext(db, { now, newId: site.newId }));
    const lines = linesOf(await listHeard(db, { userId: nadia.id, now }));
    expect(lines.map(pathOfLine)).toEqual([address]);

    await db.update(datasets).set({ trashedAt: now }).where(eq(datasets.id, datasetId));
    expect((await newsOf(nadia))?.items.map(({ id }) => id)).toEqual([loose]);
  }));
