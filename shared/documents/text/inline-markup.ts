import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { Attrs } from '../attribute/document-attributes.ts';
import { HOLE, type Markup } from './document-markup.ts';

/** What stands inside a line, marks included. Attributes are read already. */
export const inlineMarkup = {
  inlineMath: ({ latex }: Attrs<'inlineMath'>): Markup => [
    'span',
    { class: 'math', 'data-latex': latex },
    ['code', {}, latex || documentBlocks.formulaMissing],
  ],
  /** A name as it was when it was written; `object-names.ts` puts today's in its place. */
  mention: ({ kind, id, label }: Attrs<'mention'>): Markup => [
    'span',
    { class: 'mention', 'data-kind': kind, 'data-id': id, 'data-label': label },
    label === null ? documentBlocks.mentionUnknown : documentBlocks.mention(label),
  ],
  /** Holds no title: whoever may not see the object must not learn it here. */
  reference: ({ kind, id }: Attrs<'reference'>): Markup => [
    'span',
    { class: 'reference', 'data-kind': kind, 'data-id': id },
    documentBlocks.hidden,
  ],
  date: ({ day }: Attrs<'date'>): Markup => ['time', { class: 'date', datetime: day }, wordsOf(day)],
  status: ({ state }: Attrs<'status'>): Markup => [
    'span',
    { class: 'status', 'data-state': state },
    documentBlocks.states[state],
  ],
  bold: (): Markup => ['strong', {}, HOLE],
  italic: (): Markup => ['em', {}, HOLE],
  strike: (): Markup => ['s', {}, HOLE],
  code: (): Markup => ['code', {}, HOLE],
  superscript: (): Markup => ['sup', {}, HOLE],
  subscript: (): Markup => ['sub', {}, HOLE],
  /** Its meaning is heard too: the style sheet writes `data-word` before the passage, out of sight. */
  highlight: ({ kind }: Attrs<'highlight'>): Markup => [
    'mark',
    { 'data-kind': kind, 'data-word': documentBlocks.highlights[kind] },
    HOLE,
  ],
} as const;

/** A day in words, « mardi 14 mars 2023 ». */
export function wordsOf(day: string | null): string {
  // At noon in Greenwich it is that day in Paris, summer and winter.
  return day === null ? documentBlocks.dateMissing : dates.day(new Date(`${day}T12:00:00Z`));
}
