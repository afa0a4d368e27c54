import { type AnyExtension, Node } from '@tiptap/core';
import { inlineMarkup } from './inline-markup.ts';
import { attributesOf, drawn } from './schema-attributes.ts';

/** Before the marks that would take the same elements: a link, a superscript. */
const FIRST = { priority: 60 };

/**
 * The note stands where it is called, as text that marks and carets know: it moves, merges and is deleted with its sentence, and
 * its number is nowhere but in what is drawn.
 */
const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  isolating: true,
  parseHTML: () => [
    { tag: 'span.footnote', ...FIRST },
    { tag: 'a[role="doc-noteref"]', ...FIRST, contentElement: noteOf },
    { tag: 'section[role="doc-endnotes"]', ...FIRST, ignore: true },
  ],
  renderHTML: () => ['span', { class: 'footnote' }, 0],
  addKeyboardShortcuts() {
    const leave = (side: 'before' | 'after', isAt?: (offset: number, size: number) => boolean) => () => {
      const { $from, empty } = this.editor.state.selection;
      if (!empty || $from.parent.type.name !== 'footnote') return false;
      if (isAt && !isAt($from.parentOffset, $from.parent.content.size)) return false;
      return this.editor.commands.setTextSelection(side === 'after' ? $from.after() : $from.before());
    };
    return {
      Enter: leave('after'),
      ArrowRight: leave('after', (offset, size) => offset === size),
      ArrowLeft: leave('before', (offset) => offset === 0),
    };
  },
});

/** The text of a note from its call: it stands in the list at the end. */
function noteOf(call: HTMLElement): HTMLElement {
  const id = call.getAttribute('href')?.slice(1) ?? '';
  const root = call.closest('[data-document]') ?? call.ownerDocument.documentElement;
  const top = call.getRootNode() === call.ownerDocument ? root : topOf(call);
  const note = [...top.querySelectorAll<HTMLElement>('section[role="doc-endnotes"] li')].find(
    (item) => item.id === id,
  );
  const text = note?.querySelector<HTMLElement>(':scope > span');
  return text ?? call.ownerDocument.createElement('span');
}

function topOf(element: Element): Element {
  return element.parentElement ? topOf(element.parentElement) : element;
}

const InlineMath = Node.create({
  name: 'inlineMath',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () =>
    attributesOf('inlineMath', {
      latex: (element) =>
        element.dataset.latex ??
        element.querySelector('annotation[encoding="application/x-tex"]')?.textContent,
    }),
  parseHTML: () => [
    { tag: 'span.math', ...FIRST },
    { tag: 'math', ...FIRST },
  ],
  renderHTML: ({ node }) => drawn(inlineMarkup.inlineMath, 'inlineMath', node),
});

const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () =>
    attributesOf('mention', {
      kind: ({ dataset }) => dataset.kind,
      id: ({ dataset }) => dataset.id,
      label: ({ dataset }) => dataset.label,
    }),
  parseHTML: () => [{ tag: '.mention[data-id]', ...FIRST }],
  renderHTML: ({ node }) => drawn(inlineMarkup.mention, 'mention', node),
});

const Reference = Node.create({
  name: 'reference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () =>
    attributesOf('reference', { kind: ({ dataset }) => dataset.kind, id: ({ dataset }) => dataset.id }),
  parseHTML: () => [{ tag: '.reference[data-id]', ...FIRST }],
  renderHTML: ({ node }) => drawn(inlineMarkup.reference, 'reference', node),
});

const DateChip = Node.create({
  name: 'date',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => attributesOf('date', { day: (element) => element.getAttribute('datetime') }),
  parseHTML: () => [{ tag: 'time', ...FIRST }],
  renderHTML: ({ node }) => drawn(inlineMarkup.date, 'date', node),
});

const StatusChip = Node.create({
  name: 'status',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => attributesOf('status', { state: ({ dataset }) => dataset.state }),
  parseHTML: () => [{ tag: 'span.status[data-state]', ...FIRST }],
  renderHTML: ({ node }) => drawn(inlineMarkup.status, 'status', node),
});

/** What stands inside a line beside text: notes, formulas, names, links to our objects, dates, states. */
export const inlineNodes: readonly AnyExtension[] = [
  Footnote,
  InlineMath,
  Mention,
  Reference,
  DateChip,
  StatusChip,
];
