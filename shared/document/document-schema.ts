import { type AnyExtension, Mark, Node } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { document as words } from '#shared/messages/fr/document.ts';
import { safeImage, safeLink } from './safe-address.ts';

/**
 * Attributes that stand in the document could dress a text up as our interface: a link keeps its address only, and code
 * has no language, which would become a class.
 */
const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension: AnyExtension) => {
      if (extension instanceof Mark && extension.name === 'link') {
        return extension.extend({ addAttributes: () => ({ href: { default: null } }) });
      }
      if (extension instanceof Node && extension.name === 'codeBlock') {
        return extension.extend({ addAttributes: () => ({}) });
      }
      return extension;
    });
  },
});

/** A table wider than the screen scrolls in its own box, which the keyboard must reach; `document-html.ts` writes the same. */
const ScrollableTable = Table.extend({
  renderHTML(props) {
    const wrapped = this.parent?.(props);
    if (!Array.isArray(wrapped)) throw new Error('a table is rendered in its wrapper');
    const [, attributes, table] = wrapped;
    return ['div', { ...attributes, tabindex: '0', role: 'group', 'aria-label': words.table }, table];
  },
});

/**
 * What a document may hold. The editor adds to it what needs a screen (collaboration, carets, outline); whoever changes
 * this list raises `DOCUMENT_SCHEMA` in shared/realtime.ts, and teaches `document-html.ts` to read it.
 */
export const documentExtensions: readonly AnyExtension[] = [
  Kit.configure({
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
      HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow', class: null },
    },
  }),
  Image.extend({
    addAttributes: () => ({
      src: {
        default: null,
        renderHTML: ({ src }) => (safeImage(src) ? { src } : {}),
      },
      /** Null: not described yet; empty: said to be decorative. */
      alt: {
        default: null,
        renderHTML: ({ alt }) => ({ alt: typeof alt === 'string' ? alt : words.imageWithoutText }),
      },
      width: { default: null },
      height: { default: null },
    }),
    parseHTML: () => [{ tag: 'img[src^="/fichiers/"]' }],
  }),
  TaskList,
  TaskItem.configure({ nested: true, a11y: { checkboxLabel: (_node, isDone) => words.task(isDone) } }),
  // Without a view of its own, a table being edited is drawn by `renderHTML` as well.
  ScrollableTable.configure({ renderWrapper: true, View: null }),
  TableRow,
  TableHeader,
  TableCell,
];
