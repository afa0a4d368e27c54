import type { Editor } from '@tiptap/core';
import { DOMParser as DocumentParser, Fragment, Slice } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  yUndoPluginKey,
} from '@tiptap/y-tiptap';
import { cleanPaste } from '#shared/documents/paste/pasted-html.ts';

/**
 * [D35] Puts a Markdown text in as it is, then as what it says: two steps of undoing, so that one gives the plain text back. When
 * what reads Markdown cannot be had, or somebody has written in the text meanwhile, it stays plain.
 */
export async function pasteMarkdown(
  editor: Editor,
  text: string,
  onLeftOut: (images: number) => void,
): Promise<void> {
  const { view } = editor;
  const paragraph = view.state.schema.nodes.paragraph;
  if (!paragraph) return;
  const lines = text.split(/(?:\r\n?|\n)+/).filter((line) => line.trim() !== '');
  const paragraphs = lines.map((line) => paragraph.create(null, view.state.schema.text(line)));
  ownStep(editor);
  const { from } = view.state.selection;
  const plain = view.state.tr.replaceSelection(new Slice(Fragment.from(paragraphs), 1, 1));
  view.dispatch(plain.scrollIntoView());
  ownStep(editor);
  const said = (start: number, end: number) => view.state.doc.textBetween(start, end, '\n', ' ');
  const [startsAt, endsAt] = [anchorAt(editor, from), anchorAt(editor, view.state.selection.to)];
  const before = said(from, view.state.selection.to);

  const markdownHtml = await import('./markdown-html.ts').then(
    (found) => found.markdownHtml,
    () => null,
  );
  if (!markdownHtml || editor.isDestroyed) return;
  const [start, end] = [startsAt(), endsAt()];
  if (start === null || end === null || start >= end || said(start, end) !== before) return;
  const { body } = new DOMParser().parseFromString(markdownHtml(text), 'text/html');
  const paste = cleanPaste(body, location.origin);
  if (paste.images.length > 0) return;
  const clean = new DOMParser().parseFromString(paste.html, 'text/html').body;
  const slice = DocumentParser.fromSchema(view.state.schema).parseSlice(clean);
  const { tr } = view.state;
  tr.replaceRange(start, end, closed(slice));
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(end)), -1));
  view.dispatch(tr.scrollIntoView());
  ownStep(editor);
  if (paste.leftOut > 0) onLeftOut(paste.leftOut);
}

/** A sentence goes into the sentence that the caret is in; anything else is blocks of its own. */
function closed(slice: Slice): Slice {
  const isSentence = slice.content.childCount === 1 && slice.content.firstChild?.type.name === 'paragraph';
  return isSentence ? slice : new Slice(slice.content, 0, 0);
}

/** What comes next is undone by itself. */
function ownStep({ state }: Editor): void {
  yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
}

/** Remembers a position by what stands there in the shared text; the function tells where it is now. */
function anchorAt(editor: Editor, position: number): () => number | null {
  const { type, binding } = ySyncPluginKey.getState(editor.state) ?? {};
  if (!binding) return () => position;
  const anchor = absolutePositionToRelativePosition(position, type, binding.mapping);
  return () => {
    const now = ySyncPluginKey.getState(editor.state);
    return relativePositionToAbsolutePosition(now.doc, now.type, anchor as never, now.binding.mapping);
  };
}
