import { z } from 'zod';
import {
  addToCollection,
  createCollection,
  moveInCollection,
  removeFromCollection,
  renameCollection,
  setCollectionRemoved,
} from '#db/library/resource/collections.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseName } from '#shared/kernel/title.ts';
import { operation } from '../../kernel/operation.ts';
import { inGroup } from '../../people/rights.ts';

const OfGroup = z.object({ groupId: Id });
const OfCollection = OfGroup.extend({ collectionId: Id });
const OfItem = OfCollection.extend({ resourceId: Id });
const name = read(parseName);

/** [RS13] Collections of a group, and what they hold. */
export const collectionOperations = {
  'collection.create': operation({
    input: OfGroup.extend({ name }),
    right: inGroup('resource.share'),
    refusals: {},
    async run({ tx, by, now, newId }, collection) {
      const id = newId();
      await createCollection(tx, { ...collection, collectionId: id, by, now });
      return ok({ id, name: collection.name });
    },
  }),

  'collection.rename': operation({
    input: OfCollection.extend({ name }),
    right: inGroup('resource.share'),
    refusals: { 'collection.notFound': '' },
    run: ({ tx }, collection) => renameCollection(tx, collection),
  }),

  'collection.remove': operation({
    input: OfCollection,
    right: inGroup('resource.share'),
    refusals: { 'collection.notFound': '' },
    run: ({ tx, now }, collection) => setCollectionRemoved(tx, { ...collection, removedAt: now }),
  }),

  'collection.restore': operation({
    input: OfCollection,
    right: inGroup('resource.share'),
    refusals: { 'collection.notFound': '' },
    run: ({ tx }, collection) => setCollectionRemoved(tx, { ...collection, removedAt: null }),
  }),

  /** What is in it already is in it. */
  'collection.add': operation({
    input: OfItem,
    right: inGroup('resource.share'),
    refusals: {
      'collection.notFound': '',
      'collection.full': 'resourceId',
      'resource.notFound': 'resourceId',
    },
    run: ({ tx }, item) => addToCollection(tx, item),
  }),

  'collection.takeOut': operation({
    input: OfItem,
    right: inGroup('resource.share'),
    refusals: { 'collection.notFound': '', 'resource.notFound': '' },
    run: ({ tx }, item) => removeFromCollection(tx, item),
  }),

  'collection.move': operation({
    input: OfItem.extend({ step: z.literal([-1, 1]) }),
    right: inGroup('resource.share'),
    refusals: { 'collection.notFound': '', 'resource.notFound': '' },
    run: ({ tx }, item) => moveInCollection(tx, item),
  }),
};
