import { trash } from '#shared/documents/trash/trash.fr.ts';
import { paths } from '#shared/paths.ts';
import type { GroupRoomKind } from '#shared/realtime/realtime.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

interface Page {
  readonly kind: GroupRoomKind;
  readonly group: { readonly id: string; readonly name: string };
}

const ofTrash = gesturesOf(({ kind, group }: Page) => ({ kind, groupId: group.id }));
const fields = { id: text };
/** Boards stand beside their trash. */
const here = ({ kind, group: { id, name } }: Page) =>
  kind === 'document'
    ? paths.groupDocumentsTrash({ id, title: name })
    : paths.groupBoards({ id, title: name });

/** [TR2] [TR3] What the buttons of a group's trash do. A document that is taken back is opened. */
export const trashGestures = {
  restore: ofTrash('trash.restore', {
    fields,
    done: (_made, page, { id }) => ({
      to: page.kind === 'document' ? paths.document({ id }) : here(page),
      said: trash.restored[page.kind],
      focus: null,
    }),
  }),
  delete: ofTrash('trash.delete', {
    fields,
    done: (_made, page) => ({ to: here(page), said: trash.deleted, focus: null }),
  }),
};
