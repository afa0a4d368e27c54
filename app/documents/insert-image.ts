import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { SentImage } from './send-image.ts';

/** Puts an image where the caret is, after the image that is selected if one is, and leaves the caret under it to write on. */
export function insertImage(editor: Editor, attrs: SentImage & { readonly alt: string }): void {
  const { selection } = editor.state;
  const { from, to } = selection;
  const place = selection instanceof NodeSelection ? to : { from, to };
  editor
    .chain()
    .focus()
    .insertContentAt(place, { type: 'image', attrs }, { updateSelection: true })
    .command(({ tr, state }) => {
      if (!(tr.selection instanceof NodeSelection)) return true;
      const after = tr.selection.to;
      const paragraph = state.schema.nodes.paragraph?.create();
      if (paragraph && tr.doc.resolve(after).nodeAfter === null) tr.insert(after, paragraph);
      tr.setSelection(TextSelection.near(tr.doc.resolve(after), 1));
      return true;
    })
    .run();
}
