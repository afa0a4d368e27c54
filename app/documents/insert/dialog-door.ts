import type { EditorView } from '@tiptap/pm/view';
import type { OpenDialog } from '../editor/editor-dialogs.ts';

const doors = new WeakMap<EditorView, OpenDialog>();

/** What is drawn inside the text opens the dialogs of its editor by this. */
export const dialogDoor = {
  give: (view: EditorView, open: OpenDialog) => void doors.set(view, open),
  of: (view: EditorView): OpenDialog => doors.get(view) ?? (() => undefined),
};
