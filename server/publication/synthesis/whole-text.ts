import { h2, p, table } from '#db/seed/builders/prose.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { assembledBlocks } from '#shared/publication/synthesis/assembly.ts';
import { synthesis as words } from '#shared/publication/synthesis/synthesis.fr.ts';

/** A chapter as it goes into the whole. */
interface WholeChapter {
  readonly title: string;
  readonly blocks: readonly BlockJson[];
  /** Names of the organisations whose people wrote it. */
  readonly writers: readonly string[];
}

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** [SY8] What the whole says: the chapters, then who wrote them. */
export function wholeText(chapters: readonly WholeChapter[]): BlockJson[] {
  const { text } = words;
  return [
    ...assembledBlocks(chapters),
    h2(text.writers),
    p(text.writersLead),
    table({
      header: [text.chapter, text.organisations],
      rows: chapters.map(({ title, writers }) => [title, list.format(writers) || text.nobody]),
    }),
  ];
}
