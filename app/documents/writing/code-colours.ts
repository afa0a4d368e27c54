import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { LANGUAGES, type Language, readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { editor as words } from '#shared/documents/editor/editor.fr.ts';

type Paint = typeof import('./code-painter.ts').paint;

interface Colours {
  readonly found: readonly { readonly node: Node; readonly at: number }[];
  readonly set: DecorationSet;
}

const key = new PluginKey<Colours>('codeColours');

/**
 * Colours the words of code, and gives each block of it the choice of its language. What knows the languages is loaded with the
 * first block that has one. Blocks are compared by their nodes: what others write elsewhere costs nothing.
 */
export function codeColours(): Plugin {
  let paint: Paint | null = null;
  let isAsked = false;
  const ask = (view: EditorView) => {
    const { found } = key.getState(view.state) ?? { found: [] };
    if (isAsked || !found.some(({ node }) => languageOf(node))) return;
    isAsked = true;
    import('./code-painter.ts').then(
      (loaded) => {
        paint = loaded.paint;
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false));
      },
      () => {
        isAsked = false;
      },
    );
  };
  const read = (doc: Node, found = codeIn(doc)): Colours => ({
    found,
    set: DecorationSet.create(
      doc,
      found.flatMap(({ node, at }) => [chooser(node, at), ...coloured(node, at, paint)]),
    ),
  });
  return new Plugin<Colours>({
    key,
    state: {
      init: (_config, { doc }) => read(doc),
      apply(transaction, before, _old, { doc }) {
        if (transaction.getMeta(key)) return read(doc);
        if (!transaction.docChanged) return before;
        const found = codeIn(doc);
        const isSame =
          found.length === before.found.length &&
          found.every(({ node }, index) => node === before.found[index]?.node);
        return isSame ? { found, set: before.set.map(transaction.mapping, doc) } : read(doc, found);
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
    view(view) {
      ask(view);
      return { update: ask };
    },
  });
}

function codeIn(doc: Node): Colours['found'] {
  const found: { node: Node; at: number }[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === 'codeBlock') found.push({ node, at });
    return !node.isTextblock;
  });
  return found;
}

function languageOf({ attrs }: Node): Language | null {
  return readAttrs('codeBlock', attrs).language;
}

function coloured(node: Node, at: number, paint: Paint | null): Decoration[] {
  const language = languageOf(node);
  if (!language || !paint) return [];
  return paint(language, node.textContent).map(({ from, to, name }) =>
    Decoration.inline(at + 1 + from, at + 1 + to, { class: name }),
  );
}

/** The language stands in the corner of its block: a list of the page's own, which touch and keys know. */
function chooser(node: Node, at: number): Decoration {
  const language = languageOf(node);
  return Decoration.widget(
    at + 1,
    (view, getPos) => {
      const select = document.createElement('select');
      select.className = 'code-language';
      select.setAttribute('aria-label', words.codeLanguage);
      select.contentEditable = 'false';
      for (const one of [null, ...LANGUAGES])
        select.add(
          new Option(
            one === null ? words.kinds.noLanguage : documentBlocks.languages[one],
            one ?? '',
            false,
            one === language,
          ),
        );
      select.addEventListener('change', () => {
        const place = getPos();
        if (place !== undefined)
          view.dispatch(view.state.tr.setNodeAttribute(place - 1, 'language', select.value || null));
        view.focus();
      });
      return select;
    },
    { side: -1, key: `language-${language ?? ''}`, ignoreSelection: true, stopEvent: () => true },
  );
}
