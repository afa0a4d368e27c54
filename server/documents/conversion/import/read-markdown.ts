import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { MARKDOWN_READ } from '../markdown-formats.ts';
import { PandocFailed, readAsHtml } from '../pandoc.ts';
import { cleanHtml } from './clean-html.ts';
import { markdownText } from './conserve/markdown-text.ts';
import { nameMissing } from './conserve/name-missing.ts';
import { lowerHeadings } from './headings.ts';
import { ImportRefused } from './import-refused.ts';
import type { Losses } from './losses.ts';
import { isTangledMarkdown } from './nesting.ts';
import { parseTree } from './parse-tree.ts';
import { notesIn } from './read-import.ts';
import { shapeBlocks } from './shape-blocks.ts';

/** What stands between three dashes is text here: no file has come. */
const TEXT_ONLY = `${MARKDOWN_READ}-yaml_metadata_block`;

/** Images keep their addresses: pandoc would look for their bytes, and leave out those that it does not find. */
const AS_WRITTEN = { 'extract-media': undefined };

/**
 * [WC4] Markdown as blocks of a document; HTML in it goes through the same sieve as a file's, and images that are none of ours are their words.
 * What could not be kept is counted in `losses`.
 * @throws {ImportRefused}
 */
export async function readMarkdown(
  text: string,
  { origin, losses }: { readonly origin: string; readonly losses: Losses },
): Promise<BlockJson[]> {
  if (text.trim() === '') return [];
  if (isTangledMarkdown(text)) throw new ImportRefused('import.bomb', 'nesting');
  const tree = cleanHtml(await htmlOf(text));
  const nodes = shapeBlocks(tree, {
    ...{ losses, notes: notesIn(tree), called: new Set(), formulas: [], alternatives: [] },
    imageAt: (src) => ownImage(src.startsWith(`${origin}/`) ? src.slice(origin.length) : src),
  });
  lowerHeadings(nodes, losses);
  const blocks = parseTree(nodes);
  nameMissing(markdownText(text), { title: '', blocks }, losses);
  return blocks;
}

async function htmlOf(text: string): Promise<string> {
  try {
    return (await readAsHtml(TEXT_ONLY, { text }, AS_WRITTEN)).html;
  } catch (error) {
    if (error instanceof PandocFailed) throw new ImportRefused('import.corrupt', error.said);
    throw error;
  }
}

function ownImage(src: string): string | null {
  return /^\/fichiers\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(src) ? src : null;
}
