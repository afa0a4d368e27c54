import { type AnyExtension, Mark, type Node } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import StarterKit, { type StarterKitOptions } from '@tiptap/starter-kit';
import { document as words } from '#shared/documents/document.fr.ts';
import { safeLink } from '../attribute/safe-address.ts';
import { blockMarkup } from './block-markup.ts';
import { inlineMarkup } from './inline-markup.ts';
import { textIn } from './parse-element.ts';
import { attributesOf, drawn } from './schema-attributes.ts';

/** What the kit's own nodes and marks may carry, and how they are drawn: Tiptap's attributes are replaced, never added to. */
const OWN: Readonly<Record<string, object>> = {
  link: {
    addAttributes: () => attributesOf('link', { href: (element) => element.getAttribute('href') }),
    renderHTML: ({ mark }: { mark: { attrs: { href?: unknown } } }) => {
      const href = safeLink(mark.attrs.href);
      return ['a', href === null ? {} : { href, rel: 'noopener noreferrer nofollow' }, 0];
    },
  },
  heading: {
    addAttributes: () => attributesOf('heading', { level: ({ tagName }) => Number(tagName.slice(1)) }),
  },
  orderedList: {
    addAttributes: () =>
      attributesOf('orderedList', { start: (element) => Number(element.getAttribute('start') ?? 1) }),
    renderHTML: ({ node }: { node: { attrs: unknown } }) =>
      drawn(blockMarkup.orderedList, 'orderedList', node),
  },
  blockquote: {
    addAttributes: () => attributesOf('blockquote', { source: (element) => textIn(element, 'figcaption') }),
    parseHTML: () => [{ tag: 'figure.quote', contentElement: 'blockquote' }, { tag: 'blockquote' }],
    renderHTML: ({ node }: { node: { attrs: unknown } }) => drawn(blockMarkup.blockquote, 'blockquote', node),
  },
  codeBlock: {
    addAttributes: () => attributesOf('codeBlock', { language: ({ dataset }) => dataset.language }),
    renderHTML: ({ node }: { node: { attrs: unknown } }) => drawn(blockMarkup.codeBlock, 'codeBlock', node),
  },
};

/** The kit, with attributes and drawing of our own. */
export const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension: AnyExtension) => {
      const own = OWN[extension.name];
      // A mark is extended in the same way; TypeScript cannot call the two as one.
      return own ? (extension as Node).extend(own) : extension;
    });
  },
});

/** How the kit is set wherever people write together. */
export const kitOptions: Partial<StarterKitOptions> = {
  heading: { levels: [2, 3, 4] },
  // Undoing is Collaboration's: it must not undo what others wrote.
  undoRedo: false,
  // It would add a paragraph to the shared text at each opening, once per person.
  trailingNode: false,
  // Looks like a link and says nothing of its own.
  underline: false,
  link: {
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (address) => safeLink(address) !== null,
  },
};

/** Before the rules of plain lists and marks. */
const FIRST = { priority: 60 };

const Highlight = Mark.create({
  name: 'highlight',
  // Around the other marks: its meaning is said once, not at each change of weight.
  priority: 500,
  addAttributes: () => attributesOf('highlight', { kind: ({ dataset }) => dataset.kind }),
  parseHTML: () => [{ tag: 'mark' }],
  renderHTML: ({ mark }) => drawn(inlineMarkup.highlight, 'highlight', mark),
});

/** Paragraphs, headings, lists, quotations, code, and the marks of text. */
export const textNodes: readonly AnyExtension[] = [
  Kit.configure(kitOptions),
  TaskList,
  TaskItem.extend({
    addAttributes: () => attributesOf('taskItem', { checked: ({ dataset }) => dataset.checked === 'true' }),
    parseHTML: () => [
      {
        tag: 'li[data-checked]',
        ...FIRST,
        // Copied in part, a task comes without its box.
        contentElement: (element) => element.querySelector<HTMLElement>(':scope > div') ?? element,
      },
    ],
  }).configure({ nested: true, a11y: { checkboxLabel: (_node, isDone) => words.task(isDone) } }),
  Superscript,
  Subscript,
  Highlight,
];
