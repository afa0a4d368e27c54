import { parseResource } from '#shared/library/resource/resource.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { addToCollection, createCollection } from '../../library/resource/collections.ts';
import { createResource, shareWithAll } from '../../library/resource/resources.ts';
import { listThemes } from '../../programme/season/seasons.ts';
import { demoGroups } from '../demo/groups.ts';
import { type DemoResource, demoCollection, demoResources } from '../demo/resources.ts';
import type { DemoWorld } from '../demo-world.ts';

/** Shares the resources of the demonstration, and puts some of them into its collection. */
export async function installResources(tx: Tx, world: DemoWorld): Promise<void> {
  const themes = await listThemes(tx);
  for (const resource of demoResources) {
    const theme = demoGroups.find(({ key }) => key === resource.group)?.theme;
    const themeIds = themes.filter(({ key }) => key === theme).map(({ id }) => id);
    await installResource(tx, world, resource, themeIds);
  }
  const { idOf, newId, at } = world;
  const { group, by, name, resources, at: madeAt } = demoCollection;
  const collection = { collectionId: newId(), groupId: idOf(`group ${group}`) };
  await createCollection(tx, { ...collection, name, by: idOf(by), now: at(madeAt) });
  for (const key of resources) {
    const added = await addToCollection(tx, { ...collection, resourceId: idOf(`resource ${key}`) });
    if (!added.ok) throw new Error(`${key}: ${added.error}`);
  }
}

async function installResource(
  tx: Tx,
  { idOf, newId, at, day }: DemoWorld,
  { key, group, by, at: sharedAt, address, isForAll, contentOn, reviewOn, ...said }: DemoResource,
  themeIds: readonly string[],
): Promise<void> {
  const facts = parseResource({
    language: 'fr',
    ...said,
    contentOn: contentOn ? day(contentOn) : '',
    reviewOn: reviewOn ? day(reviewOn) : '',
  });
  if (!facts.ok) throw new Error(`${key}: ${JSON.stringify(facts.errors)}`);
  const change = {
    resourceId: idOf(`resource ${key}`),
    groupId: idOf(`group ${group}`),
    by: idOf(by),
    now: at(sharedAt),
  };
  await createResource(tx, {
    ...change,
    activityId: newId(),
    facts: facts.value,
    content: { address },
    themeIds,
  });
  if (isForAll) await shareWithAll(tx, { ...change, activityId: newId(), isForAll });
}
