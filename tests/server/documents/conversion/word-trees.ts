import fc from 'fast-check';
import { docx, odt, part, relationships } from './office-files.ts';

/** A construct that holds others; what is written in it is made when it is drawn. */
export interface Piece {
  readonly kind: Kind;
  readonly inner: readonly Piece[];
}

const BLOCKS = ['paragraph', 'heading', 'list', 'table', 'section', 'quote'] as const;
const INLINES = [
  'word',
  'bold',
  'link',
  'note',
  'comment',
  'box',
  'added',
  'removed',
  'ruby',
  'field',
  'hidden',
] as const;
type Kind = (typeof BLOCKS)[number] | (typeof INLINES)[number];
const isInline = (kind: Kind) => (INLINES as readonly Kind[]).includes(kind);

const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constant<Piece>({ kind: 'word', inner: [] }),
    fc.record({
      kind: fc.constantFrom<Kind>(...BLOCKS, ...INLINES),
      inner: fc.array(tie('piece'), { maxLength: 4 }),
    }),
  ),
}));
/** Some constructs, each of which holds any other. */
export const pieces: fc.Arbitrary<readonly Piece[]> = fc.array(piece, { minLength: 2, maxLength: 6 });

/** How a format writes each construct: an inline one around inlines, a block around blocks, or blocks inside a line. */
interface Format {
  readonly block: (kind: Kind, inner: string) => string;
  readonly inline: (kind: Kind, inner: string) => string;
  /** Constructs of a line that hold blocks. */
  readonly opens: readonly Kind[];
  readonly word: (word: string) => string;
}

interface Drawn<T> {
  readonly bytes: T;
  readonly words: readonly string[];
}

function drawn(given: readonly Piece[], { block, inline, opens, word }: Format) {
  const words: string[] = [];
  const next = () => {
    words.push(`mot${words.length + 1}`);
    return word(`${words.at(-1)}${words.length % 3 === 0 ? '' : ' '}`);
  };
  const line = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ kind, inner }) => {
        if (kind === 'word') return next();
        if (opens.includes(kind)) return inline(kind, blocks([{ kind: 'paragraph', inner }]));
        return inline(kind, next() + line(inner));
      })
      .join('');
  const blocks = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ kind, inner }) => {
        if (isInline(kind)) return block('paragraph', line([{ kind, inner }]) + next());
        if (kind === 'paragraph' || kind === 'heading') {
          const inside = inner.filter((one) => isInline(one.kind));
          const after = inner.filter((one) => !isInline(one.kind));
          return block(kind, next() + line(inside)) + blocks(after);
        }
        return block(kind, block('paragraph', next()) + blocks(inner));
      })
      .join('');
  return { text: blocks(given), words };
}

const CHANGE = 'w:id="1" w:author="A" w:date="2023-01-01T00:00:00Z"';

/** Word’s. */
export function docxOf(given: readonly Piece[]): Drawn<Uint8Array> {
  const notes: string[] = [];
  const comments: string[] = [];
  const call = (tag: string, id: number) => `<w:r><w:${tag} w:id="${id}"/></w:r>`;
  const { text, words } = drawn(given, {
    word: (word) => `<w:r><w:t xml:space="preserve">${word}</w:t></w:r>`,
    opens: ['note', 'comment', 'box'],
    block: (kind, inner) => {
      if (kind === 'paragraph' || kind === 'heading') return `<w:p>${inner}</w:p>`;
      if (kind === 'table') return `<w:tbl><w:tr><w:tc>${inner}</w:tc></w:tr></w:tbl><w:p/>`;
      return kind === 'section' ? `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>` : inner;
    },
    inline: (kind, inner) => {
      // No program writes a note in a note.
      if (kind === 'note' && !inner.includes('<w:footnoteReference'))
        return call(
          'footnoteReference',
          notes.push(`<w:footnote w:id="${notes.length + 2}">${inner}</w:footnote>`) + 1,
        );
      if (kind === 'comment') {
        const id = comments.length + 2;
        comments.push(
          `<w:comment w:id="${id}" w:author="A" w:date="2023-01-01T00:00:00Z">${inner}</w:comment>`,
        );
        return `<w:commentRangeStart w:id="${id}"/><w:commentRangeEnd w:id="${id}"/>${call('commentReference', id)}`;
      }
      if (kind === 'box' || kind === 'note')
        return `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
      if (kind === 'link') return `<w:hyperlink w:anchor="a">${inner}</w:hyperlink>`;
      if (kind === 'added') return `<w:ins ${CHANGE}>${inner}</w:ins>`;
      // What is removed holds nothing that was.
      if (kind === 'removed' && !inner.includes('<w:del ')) return `<w:del ${CHANGE}>${inner}</w:del>`;
      if (kind === 'field') return `<w:fldSimple w:instr="REF a">${inner}</w:fldSimple>`;
      return kind === 'hidden' ? `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>` : inner;
    },
  });
  const rel = (name: string) =>
    `<Relationship Id="r-${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`;
  const bytes = docx(text, {
    'word/footnotes.xml': part('footnotes', notes.join('')),
    'word/comments.xml': part('comments', comments.join('')),
    'word/_rels/document.xml.rels': relationships(rel('footnotes'), rel('comments')),
  });
  return { bytes, words };
}

/** LibreOffice’s. */
export function odtOf(given: readonly Piece[]): Drawn<Uint8Array> {
  const removed: string[] = [];
  const { text, words } = drawn(given, {
    word: (word) => word,
    opens: ['note', 'comment', 'box', 'removed'],
    block: (kind, inner) => {
      if (kind === 'paragraph') return `<text:p>${inner}</text:p>`;
      if (kind === 'heading') return `<text:h text:outline-level="2">${inner}</text:h>`;
      if (kind === 'list') return `<text:list><text:list-item>${inner}</text:list-item></text:list>`;
      if (kind === 'table')
        return `<table:table><table:table-column/><table:table-row><table:table-cell>${inner}</table:table-cell></table:table-row></table:table>`;
      return kind === 'section' ? `<text:section>${inner}</text:section>` : inner;
    },
    inline: (kind, inner) => {
      if (kind === 'note' && !inner.includes('<text:note'))
        return `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${inner}</text:note-body></text:note>`;
      if (kind === 'comment')
        return `<office:annotation><dc:creator>A</dc:creator>${inner}</office:annotation>`;
      if (kind === 'box' || kind === 'note')
        return `<draw:frame><draw:text-box>${inner}</draw:text-box></draw:frame>`;
      if (kind === 'link' && !inner.includes('<text:a '))
        return `<text:a xlink:href="https://a.example/">${inner}</text:a>`;
      if (kind === 'removed') {
        removed.push(`<text:changed-region><text:deletion>${inner}</text:deletion></text:changed-region>`);
        return '<text:change text:change-id="1"/>';
      }
      if (kind === 'ruby')
        return `<text:ruby><text:ruby-base>${inner}</text:ruby-base><text:ruby-text>a</text:ruby-text></text:ruby>`;
      return kind === 'field' ? `<text:date>${inner}</text:date>` : `<text:span>${inner}</text:span>`;
    },
  });
  return { bytes: odt(`<text:tracked-changes>${removed.join('')}</text:tracked-changes>${text}`), words };
}

const TAGS: Readonly<Partial<Record<Kind, string>>> = {
  paragraph: 'p',
  heading: 'h3',
  section: 'article',
  quote: 'blockquote',
  bold: 'b',
  note: 'small',
  comment: 'object',
  box: 'aside',
  added: 'ins',
  removed: 'del',
  ruby: 'time',
  field: 'button',
  hidden: 'noscript',
};

/** The web’s. */
export function htmlOf(given: readonly Piece[]): Drawn<string> {
  const { text, words } = drawn(given, {
    word: (word) => word,
    opens: [],
    block: (kind, inner) => {
      if (kind === 'list') return `<ul><li>${inner}</li></ul>`;
      if (kind === 'table') return `<table><tr><td>${inner}</td></tr></table>`;
      return `<${TAGS[kind]}>${inner}</${TAGS[kind]}>`;
    },
    inline: (kind, inner) =>
      kind === 'link'
        ? `<a href="https://a.example/">${inner}</a>`
        : `<${TAGS[kind]}>${inner}</${TAGS[kind]}>`,
  });
  return { bytes: text, words };
}

/** Plain text with signs, a block a line: whatever the signs mean there. */
export function markdownOf(given: readonly Piece[]): Drawn<string> {
  const signs: Readonly<Partial<Record<Kind, readonly [string, string]>>> = {
    heading: ['### ', ''],
    list: ['- ', ''],
    quote: ['> ', ''],
    table: ['| a |\n|---|\n| ', ' |'],
    bold: ['**', '**'],
    link: ['[', '](https://a.example/)'],
    note: ['*', '*'],
    comment: ['`', '`'],
    box: ['<b>', '</b>'],
    removed: ['~~', '~~'],
    ruby: ['_', '_'],
    field: ['<span class="a">', '</span>'],
  };
  const around = (kind: Kind, inner: string) => `${signs[kind]?.[0] ?? ''}${inner}${signs[kind]?.[1] ?? ''}`;
  const { text, words } = drawn(given, {
    word: (word) => word,
    opens: [],
    block: (kind, inner) => `${around(kind, inner)}\n\n`,
    inline: around,
  });
  return { bytes: text, words };
}
