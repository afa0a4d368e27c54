import { createElement, type ReactNode } from 'react';
import { PICTURE_SIZE } from '#shared/kernel/help/guide-picture.ts';
import { ScrollBox } from '../../ui/late/scroll-box.tsx';
import type { GuideBlock, GuideInline } from './guide-block.ts';

/** [AI1] A guide, drawn. Its parts have no identity of their own, so they are given one by one and not as lists. */
export function GuideText({ blocks }: { blocks: readonly GuideBlock[] }) {
  return createElement('div', { className: 'prose site-text help-text' }, ...blocks.map(block));
}

function block(one: GuideBlock): ReactNode {
  switch (one.kind) {
    case 'heading':
      return createElement(`h${one.level}`, { id: one.anchor }, ...one.content.map(inline));
    case 'paragraph':
      return line('p', one.content, one.content.some(({ kind }) => kind === 'picture') ? 'pictured' : null);
    case 'code':
      return (
        <pre>
          <code>{one.text}</code>
        </pre>
      );
    case 'list':
      return createElement(one.isOrdered ? 'ol' : 'ul', null, ...one.items.map(item));
    case 'table':
      return <GuideTable {...one} />;
  }
}

/** An item of one paragraph is its words alone. */
function item(blocks: readonly GuideBlock[]): ReactNode {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph'
    ? line('li', only.content)
    : createElement('li', null, ...blocks.map(block));
}

function GuideTable({ label, head, rows }: Extract<GuideBlock, { kind: 'table' }>) {
  const row = (
    cells: readonly (readonly GuideInline[])[],
    cell: (content: readonly GuideInline[]) => ReactNode,
  ) => createElement('tr', null, ...cells.map(cell));
  return (
    <ScrollBox className="tableWrapper" label={label}>
      <table>
        <caption className="vh">{label}</caption>
        <thead>{row(head, (content) => createElement('th', { scope: 'col' }, ...content.map(inline)))}</thead>
        {createElement('tbody', null, ...rows.map((cells) => row(cells, (content) => line('td', content))))}
      </table>
    </ScrollBox>
  );
}

function line(element: string, content: readonly GuideInline[], className: string | null = null) {
  return createElement(element, className ? { className } : null, ...content.map(inline));
}

function inline(part: GuideInline): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code>{part.text}</code>;
    case 'picture':
      return <img src={part.src} alt={part.alt} {...PICTURE_SIZE} loading="lazy" />;
    case 'link':
      return createElement('a', { href: part.href }, ...part.content.map(inline));
    default:
      return line(part.kind, part.content);
  }
}
