import { createElement, type ReactNode } from 'react';

/** A part of a line of a page of the site. */
export type SiteInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly content: readonly SiteInline[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly SiteInline[] };

/** A block of a page of the site. */
export type SiteBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly content: readonly SiteInline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly SiteInline[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly (readonly SiteInline[])[];
    };

/** [SP1] A page of the site, drawn. Its parts have no identity of their own, so they are given one by one and not as lists. */
export function SiteText({ blocks }: { blocks: readonly SiteBlock[] }) {
  return createElement('div', { className: 'prose site-text' }, ...blocks.map(drawn));
}

function drawn(block: SiteBlock): ReactNode {
  switch (block.kind) {
    case 'heading':
      return line(`h${block.level}`, block.content);
    case 'paragraph':
      return line('p', block.content);
    case 'list':
      return createElement(
        block.isOrdered ? 'ol' : 'ul',
        null,
        ...block.items.map((item) => line('li', item)),
      );
  }
}

function line(element: string, content: readonly SiteInline[], attributes: { href?: string } | null = null) {
  return createElement(element, attributes, ...content.map(inline));
}

function inline(part: SiteInline): ReactNode {
  if (part.kind === 'text') return part.text;
  return part.kind === 'link' ? line('a', part.content, { href: part.href }) : line(part.kind, part.content);
}
