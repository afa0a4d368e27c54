import { resource } from '#shared/library/resource/resource.fr.ts';
import { paths } from '#shared/paths.ts';
import { afterOn, type Done } from '../../kernel/done.server.ts';
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
const words = resource.collection;
interface Named {
  readonly id: string;
  readonly name: string;
}
const toCollection =
  (said: (name: string) => string) =>
  ({ id, name }: Named, page: OfGroup): Done => ({
    to: paths.collection(titled(page), id),
    said: said(name),
    focus: null,
  });
const after = afterOn((page: OfCollection) => paths.collection(titled(page), page.collectionId));
const moving = (step: -1 | 1) =>
  gesturesOf(({ group, collectionId }: OfCollection) => ({ groupId: group.id, collectionId, step }))(
    'collection.move',
    {
      fields: { resourceId: text },
      form: () => '',
      done: ({ title, place, count }, page) =>
        after(words.moved(title, place, count), 'collection')(null, page),
    },
  );

/** What the buttons beside the collections of a group do. */
export const collectionListGestures = {
  createCollection: inGroup('collection.create', {
    fields: { name: text },
    done: toCollection(words.created),
  }),
  undoRemoval: inGroup('collection.restore', {
    fields: { collectionId: text },
    form: () => '',
    done: toCollection(words.restored),
  }),
};

/** [RS13] What the buttons of the page of a collection do; that of a resource asks it too. */
export const collectionGestures = {
  rename: ofCollection('collection.rename', {
    fields: { name: text },
    form: () => 'rename',
    done: ({ name }, page) => after(words.renamed(name), 'collection')(null, page),
  }),
  remove: ofCollection('collection.remove', {
    fields: {},
    form: () => '',
    done: ({ id, name }, page) => ({
      to: paths.groupResources(titled(page)),
      said: words.removed(name),
      focus: null,
      undo: { label: words.undo, fields: { intent: 'undoRemoval', collectionId: id } },
    }),
  }),
  add: ofCollection('collection.add', {
    fields: { resourceId: text },
    form: () => 'add',
    done: ({ title }, page) => after(words.added(title), 'collection')(null, page),
  }),
  takeOut: ofCollection('collection.takeOut', {
    fields: { resourceId: text },
    form: () => '',
    done: ({ title }, page, { resourceId }) => ({
      ...after(words.takenOut(title), 'collection')(null, page),
      undo: { label: words.putBack, fields: { intent: 'add', resourceId } },
    }),
  }),
  up: moving(-1),
  down: moving(1),
};
