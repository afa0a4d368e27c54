// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { setCardDescription } from '#shared/boards/card/card-operations.ts';
import { descriptionName, readDescription } from '#shared/boards/card/description-doc.ts';
import { descriptionExtensions } from '#shared/boards/card/description-schema.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates, rejoin } from '#tests/support/realtime/replicas.ts';

const opened: Editor[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

function editorOf(doc: Y.Doc): Editor {
  const element = document.createElement('div');
  document.body.append(element);
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: [
      ...descriptionExtensions,
      Collaboration.configure({ document: doc, field: descriptionName('a') }),
    ],
  });
  opened.push(editor);
  return editor;
}

const typeAtEnd = (editor: Editor, text: string) =>
  editor.chain().focus('end').insertContent({ type: 'text', text }).run();

test('[B50] opening a description that nobody has written in writes nothing', () => {
  const doc = boardWith({ todo: ['a'] });
  expect(countUpdates(doc, () => editorOf(doc))).toBe(0);
  expect(readDescription(doc, 'a')).toBe('');
});

test('[B50] what a script wrote opens as paragraphs, and what is written in the editor reads as text', () => {
  const doc = boardWith({ todo: ['a'] });
  setCardDescription(doc, { cardId: 'a', description: 'Mesurer.\n\nNoter.' });
  let editor: Editor | undefined;
  expect(
    countUpdates(doc, () => {
      editor = editorOf(doc);
    }),
  ).toBe(0);
  expect(editor?.getText({ blockSeparator: '\n' })).toBe('Mesurer.\n\nNoter.');
  editor?.chain().focus('start').toggleBulletList().run();
  expect(readDescription(doc, 'a')).toBe('- Mesurer.\n\nNoter.');
  setCardDescription(doc, { cardId: 'a', description: '- Mesurer.\n\nArroser.' });
  expect(editor?.getHTML()).toBe('<ul><li><p>Mesurer.</p></li></ul><p></p><p>Arroser.</p>');
});

test('[B50] two editors on one description keep the letters of both', () => {
  const doc = boardWith({ todo: ['a'] });
  setCardDescription(doc, { cardId: 'a', description: 'les arbres' });
  const other = new Y.Doc();
  rejoin(doc, other);
  const [ana, bob] = [editorOf(doc), editorOf(other)];
  ana.chain().focus('start').insertContent({ type: 'text', text: 'Relever ' }).run();
  typeAtEnd(bob, ' de la place');
  rejoin(doc, other);
  expect(ana.getText()).toBe('Relever les arbres de la place');
  expect(bob.getHTML()).toBe(ana.getHTML());
  expect(readDescription(doc, 'a')).toBe('Relever les arbres de la place');
});
