import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { excerptFacts as facts } from '#shared/documents/excerpt/excerpt-facts.fr.ts';
import { slugOf } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import { escapeText, htmlOf } from '../../documents/text/document-markup.ts';

/** What a document says to the public at one moment. */
export interface PublicState {
  readonly blocks: readonly string[];
  /** Ids of the files that it shows, in the order of their public ranks. */
  readonly fileIds: readonly string[];
}

/** Would the public read nothing: no word, no file? */
export function isEmptyState({ blocks, fileIds }: PublicState): boolean {
  return fileIds.length === 0 && blocks.every((block) => block.replace(/<[^>]*>/g, '').trim() === '');
}

const POINTER =
  /<span class="(mention|reference)" data-kind="([a-z-]+)" data-id="([\w/-]+)"(?: data-label="[^"]*")?>([^<]*)<\/span>/g;
/** As `block-markup.ts` writes an excerpt, and the line under it. */
const QUOTATION = /<figure class="excerpt"[^>]*>/g;
const LINE = /<figcaption class="excerpt-source"(?: data-key="([\w/-]+)")?>([^<]*)<\/figcaption>/g;
const OUR_FILE = /\/fichiers\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g;

/**
 * [C10] The blocks of a document (`readDocument`) as the public may have them: no id of ours. A mention keeps the name that was
 * written, a link to another published document leads to it, any other link of ours says nothing, files have their rank.
 * [EC9] The line of an excerpt stands without its source, and says when it is not verified.
 * @param published public addresses of documents, by document id
 * @param verified excerpts that say what they were given, by id and SHA-256 (`excerptRef`)
 */
export function publicState(
  blocks: readonly string[],
  address: string,
  published: ReadonlyMap<string, { readonly title: string; readonly address: string }>,
  verified: ReadonlySet<string> = new Set(),
): PublicState {
  const fileIds: string[] = [];
  const rankOf = (id: string) => {
    if (!fileIds.includes(id)) fileIds.push(id);
    return fileIds.indexOf(id);
  };
  const pointer = (_all: string, type: string, kind: string, id: string, written: string) => {
    if (type === 'mention') return `<span class="mention">${written}</span>`;
    const target = kind === 'document' ? published.get(id) : undefined;
    return target
      ? htmlOf(['a', { class: 'reference', href: paths.publicDocument(target.address) }, target.title])
      : `<span class="reference">${escapeText(documentBlocks.hidden)}</span>`;
  };
  const line = (_all: string, key: string, written: string) => {
    const said = verified.has(key) ? '' : escapeText(facts.after(facts.standings.unverified));
    return `<figcaption class="excerpt-source">${written}${said}</figcaption>`;
  };
  return {
    blocks: blocks.map((block) =>
      block
        .replace(POINTER, pointer)
        .replace(QUOTATION, '<figure class="excerpt">')
        .replace(LINE, line)
        .replace(OUR_FILE, (_all, id: string) => paths.publicFile(address, rankOf(id))),
    ),
    fileIds,
  };
}

/** [C9] The last part of a public address: the title as it is read, and eight characters that no other document has. */
export function publicAddress(title: string, newId: string): string {
  return `${slugOf(title) || 'document'}-${newId.slice(0, 8)}`;
}
