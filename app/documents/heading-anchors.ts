import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { anchorsOf, headingText, type OutlineEntry } from '#shared/documents/text/document-outline.ts';

interface Headings {
  readonly found: readonly { readonly node: Node; readonly at: number }[];
  readonly outline: readonly OutlineEntry[];
  readonly anchors: DecorationSet;
}

const key = new PluginKey<Headings>('headingAnchors');

/** Gives headings the anchors that the reading view has, and tells the outline when one of them changed. */
export const HeadingAnchors = Extension.create<{ onOutline: (outline: readonly OutlineEntry[]) => void }>({
  name: 'headingAnchors',
  addOptions: () => ({ onOutline: () => undefined }),
  addProseMirrorPlugins() {
    const { onOutline } = this.options;
    return [
      new Plugin<Headings>({
        key,
        state: {
          init: (_config, { doc }) => read(doc),
          apply(transaction, before, _old, { doc }) {
            if (!transaction.docChanged) return before;
            const found = headingsOf(doc);
            const isSame =
              found.length === before.found.length &&
              found.every(({ node }, index) => node === before.found[index]?.node);
            // Typing elsewhere moves headings and changes none: the way of almost every key press.
            return isSame
              ? { ...before, found, anchors: before.anchors.map(transaction.mapping, doc) }
              : read(doc, found, before.outline);
          },
        },
        props: { decorations: (state) => key.getState(state)?.anchors },
        view(view) {
          let told: readonly OutlineEntry[] | undefined;
          const tell = () => {
            const outline = key.getState(view.state)?.outline;
            if (!outline || outline === told) return;
            told = outline;
            onOutline(outline);
          };
          tell();
          return { update: tell };
        },
      }),
    ];
  },
});

function headingsOf(doc: Node): Headings['found'] {
  const found: { node: Node; at: number }[] = [];
  doc.forEach((node, at) => {
    if (node.type.name === 'heading') found.push({ node, at });
  });
  return found;
}

function textOf(heading: Node): string {
  return headingText({
    type: 'heading',
    content: heading.children.map(({ type, text = '' }) => ({ type: type.name, text })),
  });
}

function read(doc: Node, found = headingsOf(doc), before: readonly OutlineEntry[] = []): Headings {
  const ids = anchorsOf(found.map(({ node }) => textOf(node)));
  const entries = found.flatMap(({ node }, index) => {
    const [id, text] = [ids[index], textOf(node)];
    return id && text ? [{ id, text, level: readAttrs('heading', node.attrs).level }] : [];
  });
  const decorations = found.map(({ node, at }, index) =>
    Decoration.node(at, at + node.nodeSize, { id: ids[index] ?? '' }),
  );
  return {
    found,
    outline: sameOutline(before, entries) ? before : entries,
    anchors: DecorationSet.create(doc, decorations),
  };
}

function sameOutline(one: readonly OutlineEntry[], other: readonly OutlineEntry[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, text, level }, index) => {
      const entry = other[index];
      return entry?.id === id && entry.text === text && entry.level === level;
    })
  );
}
