import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { caretPassage, type Place, passageOf, rangesOf, textOf } from '#shared/documents/comment/passage.ts';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { refusesForm, type SuggestionMode } from '../editor/suggestion-mode.ts';
import { proposalOf } from './proposal-mark.ts';
import type { Chosen, OnSurface, TextMark, TextSurface } from './text-surface.ts';

const key = new PluginKey<DecorationSet>('passages');

interface PassagesOptions {
  readonly doc: Y.Doc | null;
  readonly onSurface: OnSurface;
}

/** Lets comments stand in the editor: as decorations, never in the document. */
export const Passages = Extension.create<PassagesOptions, SuggestionMode>({
  name: 'passages',
  addOptions: () => ({ doc: null, onSurface: () => undefined }),
  addStorage: () => ({ isOn: false, tell: () => undefined }),
  addProseMirrorPlugins() {
    const { doc, onSurface } = this.options;
    const { editor, storage } = this;
    let typed: ((words: string) => void) | null = null;
    if (!doc) return [];
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before) =>
            transaction.getMeta(key) ?? before.map(transaction.mapping, transaction.doc),
        },
        filterTransaction: (transaction) => {
          const isForm = transaction.docChanged || transaction.storedMarksSet;
          if (!typed || !isForm || isChangeOrigin(transaction)) return true;
          // What follows from a change that was refused is not told again.
          if (!transaction.getMeta('appendedTransaction')) storage.tell();
          return false;
        },
        props: {
          decorations: (state) => key.getState(state),
          handleTextInput: (_view, _from, _to, words) => hand(words),
          handlePaste: (_view, event) => {
            const words = event.clipboardData?.getData('text/plain') ?? '';
            return words === '' ? refusesForm(editor) : hand(words);
          },
          handleDrop: () => refusesForm(editor),
          handleKeyDown: (view, event) => {
            if (!typed) return false;
            if (event.key === 'Backspace' || event.key === 'Delete') {
              if (view.state.selection.empty) selectWord(view, event.key === 'Backspace');
              return hand('');
            }
            // Taking back what one wrote before would change the text.
            const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
            return (isUndo && refusesForm(editor)) || (event.key === 'Enter' && hand('\n'));
          },
        },
        view: (view) => {
          const surface: TextSurface = {
            element: view.dom,
            chosen: () => chosenIn(view, doc),
            draw: (marks) => {
              if (view.isDestroyed) return;
              const set = decorationsOf(view, doc, marks);
              // Each drawing sets the selection anew, over a caret that is just being moved: only when there is something to draw.
              if (looks(set) === looks(key.getState(view.state))) return;
              view.dispatch(view.state.tr.setMeta(key, set).setMeta('addToHistory', false));
            },
            focus: () => editor.commands.focus(),
            intercept: (handler) => {
              typed = handler;
              storage.isOn = handler !== null;
            },
          };
          onSurface(surface, false);
          return { destroy: () => onSurface(surface, true) };
        },
      }),
    ];

    function hand(words: string): boolean {
      // After this event: a form that opens takes the focus away from the text.
      const handler = typed;
      if (handler) setTimeout(() => handler(words));
      return handler !== null;
    }
  },
});

/** Where decorations stand and what they look like. */
function looks(set: DecorationSet | undefined): string {
  return JSON.stringify(set?.find().map(({ from, to, spec }) => [from, to, spec.key]));
}

/** Whatever the caret touches is the word that a deletion is about. */
function selectWord(view: EditorView, isBefore: boolean): void {
  const { $from } = view.state.selection;
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, '\uFFFC');
  const at = $from.parentOffset;
  const word = isBefore ? /\S+\s*$/u.exec(text.slice(0, at)) : /^\s*\S+/u.exec(text.slice(at));
  if (!word) return;
  const [from, to] = isBefore ? [at - word[0].length, at] : [at, at + word[0].length];
  const start = $from.start();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start + from, start + to)));
}

type Mapping = Parameters<typeof relativePositionToAbsolutePosition>[3];

function mappingOf(view: EditorView): Mapping | null {
  return ySyncPluginKey.getState(view.state)?.binding?.mapping ?? null;
}

function chosenIn(view: EditorView, doc: Y.Doc): Chosen | null {
  const mapping = mappingOf(view);
  if (!mapping) return null;
  const { from, to, empty } = view.state.selection;
  const place = (position: number): Place | null => {
    const relative = absolutePositionToRelativePosition(
      position,
      doc.getXmlFragment(DOCUMENT_FRAGMENT),
      mapping,
    );
    const found = Y.createAbsolutePositionFromRelativePosition(relative, doc);
    const type = found?.type;
    return found && (type instanceof Y.XmlText || type instanceof Y.XmlElement)
      ? { type, index: found.index }
      : null;
  };
  if (empty) {
    const caret = view.state.selection.$from.parent.isTextblock ? place(from) : null;
    return caret && { passage: caretPassage(caret), text: '', box: boxOf(view, from, from) };
  }
  // Characters, not places between blocks: the first and the last one that are selected.
  let first: number | null = null;
  let last: number | null = null;
  view.state.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return;
    first ??= Math.max(from, at);
    last = Math.min(to, at + node.nodeSize);
  });
  if (first === null || last === null) return null;
  const [afterFirst, end] = [place(first + 1), place(last)];
  if (!afterFirst || !end) return null;
  const [range, ...others] = rangesOf(doc, { ...afterFirst, index: afterFirst.index - 1 }, end);
  if (!range) return null;
  const ranges = [range, ...others] as const;
  return { passage: passageOf([...ranges]), text: textOf(ranges), box: boxOf(view, first, last) };
}

function boxOf(view: EditorView, from: number, to: number): DOMRect {
  const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to)];
  const left = start.top === end.top ? start.left : view.dom.getBoundingClientRect().left;
  return new DOMRect(left, start.top, Math.max(0, end.left - left), end.bottom - start.top);
}

function decorationsOf(view: EditorView, doc: Y.Doc, marks: readonly TextMark[]): DecorationSet {
  const mapping = mappingOf(view);
  if (!mapping) return DecorationSet.empty;
  const position = (type: Y.XmlText | Y.XmlElement, index: number, assoc: number) =>
    relativePositionToAbsolutePosition(
      doc,
      doc.getXmlFragment(DOCUMENT_FRAGMENT),
      Y.createRelativePositionFromTypeIndex(type, index, assoc),
      mapping,
    );
  const decorations = marks.flatMap((mark) => {
    const name = mark.proposed === null ? 'mark' : 'del';
    const attributes = {
      nodeName: name,
      class: mark.isCurrent ? 'passage on' : 'passage',
      'data-thread': mark.threadId,
      'aria-describedby': `fil-${mark.threadId}-resume`,
    };
    let end: number | null = null;
    const drawn = mark.ranges.flatMap(({ text, from, to }) => {
      const [start, stop] = [position(text, from, 0), position(text, to, -1)];
      if (start === null || stop === null || start >= stop) return [];
      end = stop;
      return [Decoration.inline(start, stop, attributes, { key: JSON.stringify(attributes) })];
    });
    if (!mark.proposed) return drawn;
    const at = end ?? position(mark.caret.type, mark.caret.index, -1);
    if (at === null) return drawn;
    const size = view.state.doc.content.size;
    return [
      ...drawn,
      Decoration.widget(Math.min(at, size), () => proposalOf(mark), {
        side: 1,
        key: JSON.stringify([mark.threadId, mark.proposed, mark.isCurrent]),
      }),
    ];
  });
  return DecorationSet.create(view.state.doc, decorations);
}
