import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { ExportThread } from './export-source.ts';
import { NO_ATTR, type PandocNode, strong, textInlines } from './pandoc-inlines.ts';

/** The comments of a document as its last section; nothing without any. `level` is that of its heading. */
export function threadsTree(threads: readonly ExportThread[] | null, level: number): PandocNode[] {
  if (!threads || threads.length === 0) return [];
  const written = threads.map(({ quote, isResolved, comments }): PandocNode => {
    const about = quote === '' ? words.quoteGone : words.quoted(quote);
    const state = isResolved ? ` (${words.resolved})` : '';
    const said = comments.map(
      ({ author, organisation, at, text }): PandocNode => ({
        t: 'Para',
        c: [
          strong(textInlines(words.commentBy(author, organisation))),
          { t: 'Space' },
          ...textInlines(`${dates.exact(at)} :`),
          { t: 'LineBreak' },
          ...linesOf(text),
        ],
      }),
    );
    return {
      t: 'BlockQuote',
      c: [{ t: 'Para', c: [{ t: 'Emph', c: textInlines(about + state) }] }, ...said],
    };
  });
  return [{ t: 'Header', c: [level, NO_ATTR, textInlines(words.comments)] }, ...written];
}

/** Text whose line breaks stay. */
export function linesOf(text: string): PandocNode[] {
  return text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ t: 'LineBreak' }] : []), ...textInlines(line)]);
}
