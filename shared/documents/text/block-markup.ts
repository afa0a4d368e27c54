import { document as words } from '#shared/documents/document.fr.ts';
import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { type Attributed, type Attrs, readAttrs } from '../attribute/document-attributes.ts';
import { embedOf } from '../attribute/embed-address.ts';
import { type OutcomeKind, outcomeAnchor } from '../attribute/outcome-kind.ts';
import { HOLE, type Markup } from './document-markup.ts';

/** The blocks that carry attributes or more than one element. Attributes are read already: `Attrs` is what was valid. */
export const blockMarkup = {
  heading: ({ level }: Attrs<'heading'>, id: string | null = null): Markup => [`h${level}`, { id }, HOLE],
  orderedList: ({ start }: Attrs<'orderedList'>): Markup => [
    'ol',
    { start: start === 1 ? null : start },
    HOLE,
  ],
  blockquote: ({ source }: Attrs<'blockquote'>): Markup =>
    source === null
      ? ['blockquote', {}, HOLE]
      : ['figure', { class: 'quote' }, ['blockquote', {}, HOLE], ['figcaption', {}, source]],
  codeBlock: ({ language }: Attrs<'codeBlock'>): Markup => [
    'pre',
    { 'data-language': language },
    ['code', { class: language && `language-${language}` }, HOLE],
  ],
  callout: ({ kind }: Attrs<'callout'>): Markup => [
    'div',
    { class: 'callout', 'data-kind': kind, role: 'note' },
    ['p', { class: 'callout-title' }, documentBlocks.callouts[kind]],
    ['div', { class: 'callout-body' }, HOLE],
  ],
  details: (): Markup => ['details', {}, HOLE],
  detailsSummary: (): Markup => ['summary', {}, HOLE],
  detailsContent: (): Markup => ['div', { class: 'details-body' }, HOLE],
  columns: (): Markup => ['div', { class: 'columns' }, HOLE],
  column: (): Markup => ['div', { class: 'column' }, HOLE],
  image,
  attachment,
  blockMath: ({ latex }: Attrs<'blockMath'>): Markup => [
    'div',
    { class: 'math', 'data-latex': latex, role: 'group', 'aria-label': documentBlocks.formula, tabindex: 0 },
    ['code', {}, latex || documentBlocks.formulaMissing],
  ],
  embed,
  decision: (attrs: Attrs<'decision'>): Markup => outcome('decision', attrs),
  action: (attrs: Attrs<'action'>): Markup => outcome('action', attrs),
  excerpt,
} as const;

/** [DA1] What is known of it elsewhere (number, state, card) takes the place of the word, for whoever may know: `nameObjects`. */
function outcome(kind: OutcomeKind, { id }: Attrs<OutcomeKind>): Markup {
  const known = { 'data-kind': kind, 'data-id': id };
  return [
    'div',
    { class: 'outcome', ...known, id: id && outcomeAnchor(id) },
    ['p', { class: 'outcome-label', ...known }, documentBlocks.outcomes[kind]],
    ['p', { class: 'outcome-text' }, HOLE],
  ];
}

/** [EC1] `key` says which excerpt, and what it says: what is known of it takes the place of the line. */
function excerpt({ id, source }: Attrs<'excerpt'>, key: string | null = null): Markup {
  return [
    'figure',
    { class: 'excerpt', 'data-id': id, 'data-source': source },
    ['blockquote', {}, HOLE],
    ['figcaption', { class: 'excerpt-source', 'data-key': key }, source ?? documentBlocks.excerptUnsigned],
  ];
}

function image({ src, alt, width, height, caption, size, align }: Attrs<'image'>): Markup {
  const picture: Markup = src
    ? ['img', { src, alt: alt ?? words.imageWithoutText, width, height, loading: 'lazy' }]
    : ['span', { class: 'missing' }, alt || words.imageWithoutText];
  const shown = {
    class: 'image',
    'data-size': size === 'full' ? null : size,
    'data-align': align === 'left' ? null : align,
    // An image that nobody described yet is told apart from one whose description is these words.
    'data-described': src && alt === null ? 'no' : null,
    // Shown by the editor's style sheet, to those who can describe it.
    'data-hint': src && alt === null ? documentInserts.image.undescribed : null,
  };
  return caption === null
    ? ['figure', shown, picture]
    : ['figure', { ...shown, role: 'figure', 'aria-label': caption }, picture, ['figcaption', {}, caption]];
}

function attachment({ src, name, bytes, kind }: Attrs<'attachment'>): Markup {
  const known = { class: 'attachment', 'data-kind': kind, 'data-name': name, 'data-bytes': bytes };
  const called = name ?? documentBlocks.files[kind];
  if (!src) return ['p', known, `${called}. ${documentBlocks.fileMissing}`];
  const format = /\.([a-z0-9]{1,8})$/i.exec(called)?.[1]?.toUpperCase() ?? documentBlocks.files[kind];
  return [
    'p',
    known,
    ['a', { href: src, download: '' }, called, ' ', ['span', {}, documentBlocks.fileFacts(format, bytes)]],
  ];
}

function embed({ src, title }: Attrs<'embed'>): Markup {
  const video = embedOf(src);
  const name = title ?? documentBlocks.video;
  const known = { class: 'embed', 'data-src': src, 'data-title': title };
  if (!video) return ['figure', known, ['p', {}, documentBlocks.videoUnknown]];
  return [
    'figure',
    { ...known, 'data-provider': video.provider },
    ['p', { class: 'embed-title' }, name],
    ['p', { class: 'embed-notice' }, documentBlocks.videoNotice(video.host)],
    [
      'p',
      { class: 'embed-doors' },
      ['button', { type: 'button', class: 'btn embed-show' }, documentBlocks.videoShow],
      ' ',
      ['a', { href: video.page, rel: 'noopener noreferrer nofollow' }, documentBlocks.videoOpen(video.host)],
    ],
  ];
}

/** The markup of a block of this name, its attributes as they came; null when it is none of these. Total. */
export function markupOf(markups: object, name: string, given: unknown): Markup | null {
  if (!Object.hasOwn(markups, name)) return null;
  const draw = (markups as Record<string, (attrs: never) => Markup>)[name];
  return draw?.(readAttrs(name as Attributed, given) as never) ?? null;
}
