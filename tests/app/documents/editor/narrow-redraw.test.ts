// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { type Node, Slice } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { redo, undo, yDocToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { NarrowRedraw } from '#app/documents/editor/narrow-redraw.ts';
import { appendBlocks, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { chanceFrom, change } from '../../../support/realtime/random-editor.ts';

const FROM_ELSEWHERE = 'elsewhere';
const opened: Editor[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

function editorOf(doc: Y.Doc, isNarrow = true): Editor {
  const place = document.createElement('div');
  document.body.append(place);
  const editor = new Editor({
    element: place,
    injectCSS: false,
    extensions: [
      ...documentExtensions,
      Collaboration.configure({ document: doc, field: DOCUMENT_FRAGMENT }),
      ...(isNarrow ? [NarrowRedraw] : []),
    ],
  });
  opened.push(editor);
  return editor;
}

/** A document that starts as `from` is now, and another's changes that are on their way to it. */
function copyOf(from: Y.Doc, id: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = id;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), FROM_ELSEWHERE);
  return doc;
}

function bring(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), FROM_ELSEWHERE);
}

function startDoc(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = (words: string) => [{ type: 'text', text: words }];
  const paragraph = (words: string) => ({ type: 'paragraph', content: text(words) });
  const item = (words: string) => ({ type: 'listItem', content: [paragraph(words)] });
  const cell = { type: 'tableCell', content: [paragraph('case')] };
  const row = { type: 'tableRow', content: [cell, cell] };
  const task = { type: 'taskItem', attrs: { checked: false }, content: [paragraph('à faire')] };
  appendBlocks(doc, {
    blocks: [
      { type: 'heading', attrs: { level: 2 }, content: text('Avant') },
      paragraph('Un relevé des arbres 🌳 de la ville.'),
      { type: 'bulletList', content: [item('un'), item('deux'), item('trois')] },
      { type: 'table', content: [row, row] },
      { type: 'taskList', content: [task, task] },
      ...Array.from({ length: 6 }, (_, index) => paragraph(`Paragraphe ${index} de la suite.`)),
    ],
  });
  return doc;
}

/** What somebody at this editor does: text, marks, blocks, tables, a block moved, undo and redo; the caret anywhere. */
function act(editor: Editor, kind: number, seed: number): void {
  const chance = chanceFrom(seed);
  const { state, view } = editor;
  if (kind === 0) {
    undo(state);
    return;
  }
  if (kind === 1) {
    redo(state);
    return;
  }
  const { tr } = state;
  if (kind === 2) {
    // A block dragged to another place.
    const at = chance(tr.doc.childCount);
    const node = tr.doc.child(at);
    const from = tr.doc.children.slice(0, at).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    tr.delete(from, from + node.nodeSize);
    const before = tr.doc.children.slice(0, chance(tr.doc.childCount + 1));
    tr.insert(
      before.reduce((sum, { nodeSize }) => sum + nodeSize, 0),
      node,
    );
  } else if (kind === 3) {
    const at = chance(tr.doc.content.size);
    const $at = tr.doc.resolve(at);
    tr.setSelection(
      $at.nodeAfter && chance(3) === 0 && NodeSelection.isSelectable($at.nodeAfter)
        ? NodeSelection.create(tr.doc, at)
        : TextSelection.near($at),
    );
  } else {
    try {
      change(tr, chance);
      tr.doc.check();
    } catch {
      // Not possible at that place.
      return;
    }
  }
  view.dispatch(tr);
}

const jsonOf = (node: Node): unknown => JSON.parse(JSON.stringify(node.toJSON()));
/** What the shared text holds, read by the schema so that defaults are said. */
const readOf = (editor: Editor, doc: Y.Doc): unknown =>
  jsonOf(editor.schema.nodeFromJSON(yDocToProsemirrorJSON(doc, DOCUMENT_FRAGMENT)));

const step = fc.record({
  who: fc.nat({ max: 1 }),
  kind: fc.nat({ max: 9 }),
  seed: fc.integer(),
  /** Whom the changes so far reach after it, if anybody. */
  reach: fc.constantFrom('nobody', 'first', 'second', 'plain', 'plain', 'all'),
});

test('[D30] with changes of others drawn narrowly, editors show what is shared, and what the plain binding shows', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 40 }), (steps) => {
      const start = startDoc();
      const docs = [copyOf(start, 11), copyOf(start, 12), copyOf(start, 13)] as const;
      const [first, second, plain] = docs;
      const editors = [editorOf(first), editorOf(second), editorOf(plain, false)] as const;
      for (const { who, kind, seed, reach } of steps) {
        act(editors[who === 0 ? 0 : 1], kind, seed);
        const reached = docs.filter(
          (_, index) => reach === 'all' || ['first', 'second', 'plain'][index] === reach,
        );
        for (const to of reached) for (const from of docs) if (from !== to) bring(from, to);
        for (const to of reached) {
          const editor = editors[docs.indexOf(to)] as Editor;
          expect(jsonOf(editor.state.doc)).toEqual(readOf(editor, to));
          expect(() => editor.state.doc.check()).not.toThrow();
          expect(drawnTexts(editor)).toEqual(textsOf(editor.state.doc));
        }
      }
      // Whoever removes what two changes together made impossible makes a change too.
      for (let round = 0; round < 4; round++)
        for (const to of docs) for (const from of docs) if (from !== to) bring(from, to);
      const shown = editors.map(({ state }) => jsonOf(state.doc));
      expect(shown[0]).toEqual(shown[2]);
      expect(shown[1]).toEqual(shown[2]);
      for (const [index, doc] of docs.entries())
        expect(readOf(editors[index] as Editor, doc)).toEqual(shown[2]);
      for (const editor of opened.splice(0)) editor.destroy();
    }),
    { numRuns: Number(process.env.RUNS ?? 25) },
  );
});

/** Two editors of one text; the second notes each replacement that changes of the first make in it. */
function pair() {
  const start = startDoc();
  const [from, to] = [copyOf(start, 11), copyOf(start, 12)];
  const [writer, reader] = [editorOf(from), editorOf(to)];
  const replaced: [from: number, to: number, size: number][] = [];
  reader.on('transaction', ({ transaction }) => {
    for (const step of transaction.steps) {
      const { from: at, to: end, slice } = step.toJSON();
      replaced.push([at, end, slice ? Slice.fromJSON(reader.schema, slice).size : 0]);
    }
  });
  return { writer, reader, replaced, send: () => bring(from, to) };
}

const endOf = (editor: Editor, index: number) =>
  editor.state.doc.children.slice(0, index + 1).reduce((sum, { nodeSize }) => sum + nodeSize, 0);

test('[D30] a letter of somebody else replaces nothing but itself, and a block nothing but the block', () => {
  const { writer, reader, replaced, send } = pair();
  const at = endOf(writer, 1) - 1;
  writer.commands.insertContentAt(at, 'é');
  send();
  expect(replaced.splice(0)).toEqual([[at, at, 1]]);
  const before = reader.view.dom.children[7];
  writer.commands.deleteRange({ from: endOf(writer, 4), to: endOf(writer, 5) });
  send();
  expect(replaced.splice(0)).toEqual([[endOf(reader, 4), endOf(reader, 4) + 27, 0]]);
  expect(reader.view.dom.children[6]).toBe(before);
});

test('[D30] what one types oneself is not drawn again when somebody else types', () => {
  const { writer, reader, replaced, send } = pair();
  reader.commands.insertContentAt(endOf(reader, 1) - 1, ' Et des haies.');
  replaced.splice(0);
  const mine = reader.state.doc.child(1);
  writer.commands.insertContentAt(endOf(writer, 6) - 1, 'x');
  send();
  expect(replaced).toHaveLength(1);
  expect(reader.state.doc.child(1)).toBe(mine);
});

test('[D30] the caret stays in its sentence while blocks before it come and go', () => {
  const { writer, reader, send } = pair();
  reader.commands.setTextSelection(endOf(reader, 7) - 9);
  const around = () => {
    const { $from } = reader.state.selection;
    return [$from.parent.textContent.slice(0, $from.parentOffset), $from.parent.textContent];
  };
  const before = around();
  writer.commands.insertContentAt(0, { type: 'paragraph', content: [{ type: 'text', text: 'Devant.' }] });
  send();
  expect(around()).toEqual(before);
  writer.commands.deleteRange({ from: 0, to: endOf(writer, 2) });
  send();
  expect(around()).toEqual(before);
});

test('[D30] undo takes back one’s own words and leaves those of others', () => {
  const { writer, reader, send } = pair();
  reader.commands.insertContentAt(endOf(reader, 5) - 1, ' MIENS');
  writer.commands.insertContentAt(endOf(writer, 5) - 1, ' LEURS');
  send();
  undo(reader.state);
  expect(reader.state.doc.textContent).toContain('LEURS');
  expect(reader.state.doc.textContent).not.toContain('MIENS');
});

test('[D30] an editor that is closed and opened again on the same text goes on', () => {
  const start = startDoc();
  const other = copyOf(start, 11);
  const doc = copyOf(start, 12);
  editorOf(doc).destroy();
  const editor = editorOf(doc);
  other.getXmlFragment(DOCUMENT_FRAGMENT).delete(0, 1);
  bring(other, doc);
  expect(jsonOf(editor.state.doc)).toEqual(readOf(editor, doc));
});

const drawnTexts = ({ view }: Editor) =>
  [...view.dom.querySelectorAll('p, h2, h3, h4, pre')].map(({ textContent }) => textContent);

function textsOf(doc: Node): string[] {
  const texts: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) texts.push(node.textContent);
  });
  return texts;
}
