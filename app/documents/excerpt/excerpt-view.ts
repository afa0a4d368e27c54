import type { Node } from '@tiptap/pm/model';
import type { NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { type ExcerptRef, excerptRef } from '#shared/documents/excerpt/excerpt.ts';
import { excerptFacts as words } from '#shared/documents/excerpt/excerpt-facts.fr.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { NamedObject } from '#shared/documents/text/object-names.ts';
import { nameBook } from '../insert/name-book.ts';
import { excerptTools } from './excerpt-tools.ts';

/** [EC1] An excerpt in the text that is written: its words, which nobody types in, and under them what is known of it. */
export const excerptView: NodeViewConstructor = (first, view) => {
  const [dom, contentDOM, line] = [
    document.createElement('figure'),
    document.createElement('blockquote'),
    document.createElement('figcaption'),
  ];
  dom.className = 'excerpt';
  dom.contentEditable = 'false';
  line.className = 'excerpt-source';
  dom.append(contentDOM, line);
  let [node, ref] = [first, refOf(first)];
  // What is pressed stays in its place while the words beside it change: the focus is on it.
  const [facts, tools] = [document.createElement('span'), excerptTools(() => idOf(node), view)];
  facts.className = 'excerpt-facts';
  line.append(facts, tools.dom);
  const draw = () => {
    const { source } = readAttrs('excerpt', node.attrs);
    const named = ref ? nameBook.look(ref, draw).named : null;
    const known = named?.excerpt ?? null;
    line.dataset.standing = known?.standing ?? '';
    if (known?.colour) line.dataset.city = String(known.colour);
    else delete line.dataset.city;
    facts.replaceChildren(
      span(source ?? documentBlocks.excerptUnsigned),
      ...sourceLink(named),
      ...(known && known.standing !== 'unverified' ? [span(words.modes[known.mode], 'badge')] : []),
    );
    tools.show(known);
  };
  draw();
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type !== first.type) return false;
      if (next !== node) [node, ref] = [next, refOf(next)];
      draw();
      return true;
    },
    stopEvent: ({ target }) => target instanceof Element && target.closest('a, button') !== null,
    ignoreMutation: ({ type }) => type !== 'selection',
    destroy: () => nameBook.leave(draw),
  } satisfies NodeView;
};

const refs = new WeakMap<Node, ExcerptRef | null>();

function refOf(node: Node): ExcerptRef | null {
  const known = refs.get(node);
  if (known !== undefined) return known;
  const ref = excerptRef(node.toJSON() as BlockJson);
  refs.set(node, ref);
  return ref;
}

function sourceLink(named: NamedObject | null | undefined): HTMLElement[] {
  if (!named?.name || named.href === null) return [];
  const link = document.createElement('a');
  link.href = named.href;
  // From the text, one leaves it in another tab.
  link.target = '_blank';
  link.textContent = named.name;
  return [link];
}

function idOf(node: Node): string | null {
  return readAttrs('excerpt', node.attrs).id;
}

function span(text: string, className = ''): HTMLElement {
  const element = document.createElement('span');
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}
