import { expect, test } from 'vitest';
import { trashResource } from '#db/library/resource/resource-trash.ts';
import { createResource, shareWithAll } from '#db/library/resource/resources.ts';
import { changesSince } from '#db/news/news.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const since = new Date('2023-03-01T09:00:00Z');
const now = new Date('2023-03-14T09:00:00Z');
const facts = {
  title: 'Guide des sols frais',
  kind: 'link' as const,
  description: '',
  producer: 'Cerema',
  licence: 'unknown' as const,
  language: 'fr' as const,
  contentOn: null,
  reviewOn: null,
};

test('[HV1] [RS6] what is shared with every group is news of each, once; what is the group’s alone, or was taken back, of nobody else', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [heat, water, trees] = [await aGroup(site), await aGroup(site), await aGroup(site)];
    const [claire, olga] = [await aPerson(site, { name: 'Claire' }), await aPerson(site)];
    await aMember(site, { groupId: heat.id, userId: claire.id, role: 'facilitator' });
    for (const { id } of [water, trees])
      await aMember(site, { groupId: id, userId: olga.id, role: 'observer' });
    const change = (resourceId: string) => ({
      resourceId,
      groupId: heat.id,
      by: claire.id,
      now,
      activityId: site.newId(),
    });
    const share = async () => {
      const id = site.newId();
      const content = { address: 'https://exemple.fr/' };
      await createResource(db, { ...change(id), facts, content, themeIds: [] });
      return id;
    };
    const told = async ({ id: userId }: { id: string }, ...groupIds: string[]) =>
      (await changesSince(db, { userId, groups: groupIds.map((groupId) => ({ groupId, since })), now })).map(
        ({ kinds }) => kinds.find(({ kind }) => kind === 'resource')?.items ?? [],
      );
    const [open, own] = [await share(), await share()];
    expect(await told(olga, water.id)).toEqual([[]]);
    await shareWithAll(db, { ...change(open), isForAll: true });
    expect(await told(olga, water.id)).toMatchObject([
      [
        {
          id: open,
          title: facts.title,
          href: `/ressources/${open}-guide-des-sols-frais`,
          by: ['Claire'],
          facts: [{ what: 'said', verb: 'resource.sharedWithAll' }],
        },
      ],
    ]);
    expect(await told(olga, trees.id)).toMatchObject([[{ id: open }]]);
    expect(await told(olga, water.id, trees.id)).toMatchObject([[{ id: open }], []]);
    expect(await told(claire, heat.id, water.id)).toEqual([[], []]);
    await shareWithAll(db, { ...change(open), isForAll: false });
    expect(await told(olga, water.id, trees.id)).toEqual([[], []]);
    await shareWithAll(db, { ...change(own), isForAll: true });
    await trashResource(db, change(own));
    expect(await told(olga, water.id)).toEqual([[]]);
  }));
