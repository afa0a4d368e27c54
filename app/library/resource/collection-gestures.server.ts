import { paths } from '#shared/paths.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

interface OfGroup {
  readonly group: { readonly id: string; readonly name: string };
}
interface OfCollection extends OfGroup {
  readonly collectionId: string;
}

const titled = ({ group }: OfGroup) => ({ id: group.id, title: group.name });
const inGroup = gesturesOf(({ group }: OfGroup) => ({ groupId: group.id }));
const ofCollection = gesturesOf(({ group, collectionId }: OfCollection) => ({
  groupId: group.id,
  collectionId,
}));
const toCollection = ({ id }: { readonly id: string }, page: OfGroup) => paths.collection(titled(page), id);
const stay = (_made: unknown, page: OfCollection) => paths.collection(titled(page), page.collectionId);
const moving = (step: -1 | 1) =>
  gesturesOf(({ group, collectionId }: OfCollection) => ({ groupId: group.id, collectionId, step }))(
    'collection.move',
    { fields: { resourceId: text }, form: () => '', done: stay },
  );

/** What the buttons beside the collections of a group do. */
export const collectionListGestures = {
  createCollection: inGroup('collection.create', { fields: { name: text }, done: toCollection }),
  undoRemoval: inGroup('collection.restore', {
    fields: { collectionId: text },
    form: () => '',
    done: toCollection,
  }),
};

/** [RS13] What the buttons of the page of a collection do; that of a resource asks it too. */
export const collectionGestures = {
  rename: ofCollection('collection.rename', { fields: { name: text }, form: () => 'rename', done: stay }),
  remove: ofCollection('collection.remove', {
    fields: {},
    form: () => '',
    done: (_made, page) => `${paths.groupResources(titled(page))}?supprimee=${page.collectionId}`,
  }),
  add: ofCollection('collection.add', { fields: { resourceId: text }, form: () => 'add', done: stay }),
  takeOut: ofCollection('collection.takeOut', {
    fields: { resourceId: text },
    form: () => '',
    done: stay,
  }),
  up: moving(-1),
  down: moving(1),
};
