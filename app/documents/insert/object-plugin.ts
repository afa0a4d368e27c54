import type { Editor } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { type EditorState, PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from '@tiptap/suggestion';
import type { FoundObject } from '#shared/documents/attribute/document-objects.ts';
import { objectAddress } from '#shared/documents/text/object-address.ts';
import { paths } from '#shared/paths.ts';
import { nameBook } from './name-book.ts';

export type Among = 'mentions' | 'pages';
export type ObjectListProps = SuggestionProps<FoundObject, FoundObject>;

export interface ObjectListView {
  readonly show: (among: Among, props: ObjectListProps, hasFailed: boolean) => void;
  readonly hide: () => void;
  readonly press: (props: SuggestionKeyDownProps) => boolean;
}

const KEYS = {
  mentions: new PluginKey<{ readonly active: boolean }>('mentions'),
  pages: new PluginKey<{ readonly active: boolean }>('pages'),
} as const;
export const SIGNS = { mentions: '@', pages: '[[' } as const;

/** What a name may follow: spaces, a bracket, the apostrophe and the opening quote of French. An address of mail is no mention. */
const PREFIXES = [0x20, 0xa0, 0x202f, 0x28, 0x2019, 0xab, 0x2f].map((code) => String.fromCodePoint(code));
const LONGEST_QUERY = 60;
const MOST_WORDS = 5;
const DEBOUNCE_MS = 150;

/** [D14] [D15] Watches for the sign that calls a list of people or of pages, and asks the server for those that one may see. */
export function objectPlugin(editor: Editor, among: Among, documentId: string, view: ObjectListView) {
  const pluginKey = KEYS[among];
  let hasFailed = false;
  const show = (props: ObjectListProps) => view.show(among, props, hasFailed);
  return Suggestion<FoundObject, FoundObject>({
    pluginKey,
    editor,
    char: SIGNS[among],
    allowSpaces: true,
    allowedPrefixes: among === 'mentions' ? PREFIXES : null,
    decorationClass: 'object-query',
    placement: 'bottom-start',
    debounce: DEBOUNCE_MS,
    async items({ query, signal }) {
      try {
        const found = await search({ among, query: query.slice(0, LONGEST_QUERY), documentId }, signal);
        hasFailed = false;
        return found;
      } catch {
        hasFailed = !signal.aborted;
        return [];
      }
    },
    allow: ({ state, range }) => mayAsk(state, range.from, SIGNS[among].length),
    // What others write elsewhere opens nothing, and closes nothing.
    shouldShow: ({ transaction }) =>
      !isChangeOrigin(transaction) || pluginKey.getState(editor.state)?.active === true,
    command: ({ range, props }) => {
      const node = among === 'mentions' ? mentionOf(props) : referenceOf(props);
      const { doc } = editor.state;
      const next = doc.textBetween(range.to, Math.min(range.to + 1, doc.content.size));
      const space = /^[\s.,;:!?)]/u.test(next) ? [] : [{ type: 'text', text: ' ' }];
      const after = range.from + (next === '' || !/\s/u.test(next) ? 1 + space.length : 2);
      editor
        .chain()
        .focus()
        .insertContentAt(range, [node, ...space])
        // One goes on writing after the space that is there.
        .setTextSelection(after)
        .run();
    },
    render: () => ({ onStart: show, onUpdate: show, onExit: view.hide, onKeyDown: view.press }),
  });
}

/** Opens a list at the caret as its sign typed by hand would. */
export function callList(editor: Editor, among: Among): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, null, '\ufffc').at(-1);
  const space = before === undefined || /\s/.test(before) ? '' : ' ';
  editor.chain().focus().insertContent(`${space}${SIGNS[among]}`).run();
}

/** The node of an object of ours; its name is known from now on. */
export function referenceOf({ kind, id, name }: Pick<FoundObject, 'kind' | 'id'> & { name?: string }) {
  if (name) nameBook.teach({ [`${kind}:${id}`]: { name, href: objectAddress({ kind, id }, name) } });
  return { type: 'reference', attrs: { kind, id } };
}

function mentionOf({ kind, id, name }: FoundObject) {
  nameBook.teach({ [`${kind}:${id}`]: { name, href: null } });
  return { type: 'mention', attrs: { kind, id, label: name } };
}

async function search(
  asked: { among: Among; query: string; documentId: string },
  signal: AbortSignal,
): Promise<FoundObject[]> {
  const answer = await fetch(paths.objectSearch(asked), { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { items: FoundObject[] }).items;
}

function mayAsk(state: EditorState, from: number, sign: number): boolean {
  const { $from } = state.selection;
  if ($from.parent.type.spec.code || $from.marks().some(({ type }) => type.spec.code)) return false;
  // A note holds text only.
  if ($from.parent.type.name === 'footnote') return false;
  const query = state.doc.textBetween(from, $from.pos, '\n', '\ufffc').slice(sign);
  if (/^\s|[\n\ufffc\]]/.test(query) || query.length > LONGEST_QUERY) return false;
  return query.trim().split(/\s+/).length <= MOST_WORDS;
}
