import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { entryAt } from '#shared/kernel/entry-at.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import { MARKDOWN_READ } from '../markdown-formats.ts';
import { PandocFailed, readAsHtml } from '../pandoc.ts';
import { cleanHtml } from './clean-html.ts';
import { docxText } from './conserve/docx-text.ts';
import { htmlText } from './conserve/html-text.ts';
import { markdownText } from './conserve/markdown-text.ts';
import { nameMissing } from './conserve/name-missing.ts';
import { odtText } from './conserve/odt-text.ts';
import type { SourceText } from './conserve/source-text.ts';
import { settleHeadings } from './headings.ts';
import { classesOf, type HtmlElement, type HtmlNode, isElement, textOf } from './html-node.ts';
import { ImportRefused } from './import-refused.ts';
import { Losses } from './losses.ts';
import { isTangledMarkdown } from './nesting.ts';
import { OWN_FACTS } from './odt-flow.ts';
import { openPackage } from './office-package.ts';
import { parseTree } from './parse-tree.ts';
import { prepareDocx } from './prepare-docx.ts';
import { prepareOdt } from './prepare-odt.ts';
import { type FoundReview, reviewOf } from './review/found-review.ts';
import { readSigns, type SignedText } from './review/signed-lines.ts';
import { NO_REVIEW, signsIn, type ToldReview } from './review/signs.ts';
import { shapeBlocks } from './shape-blocks.ts';
import { kindOf } from './upload-kind.ts';

/** A file as a document that is not one yet. */
export interface ReadImport {
  /** Of the file itself; empty when it says none. */
  readonly title: string;
  readonly blocks: readonly BlockJson[];
  /** Its images, by the address that stands for each in the blocks. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  readonly losses: ImportReport['losses'];
  /** What it proposes and says beside its text. */
  readonly review: FoundReview;
}

/** How a file is read: one that we have just written has signs of ours in it. */
interface Reading {
  readonly isOurs?: boolean;
}

interface Read {
  /** What is written in the file, read without the conversion. */
  readonly source: SourceText;
  readonly html: string;
  readonly title: string;
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly formulas: readonly string[];
  readonly alternatives: readonly string[];
  readonly told: ToldReview;
}

const NOTHING = {
  title: '',
  media: new Map<string, Uint8Array>(),
  formulas: [],
  alternatives: [],
  told: NO_REVIEW,
};

/**
 * Reads a file of any of the known formats. Runs in the process of conversions.
 * @throws {ImportRefused} with what its owner is told.
 */
export async function readImport(name: string, bytes: Uint8Array): Promise<ReadImport> {
  const { text, told, ...read } = await readReviewed(name, bytes);
  return { ...read, blocks: text.blocks, review: reviewOf(told, text) };
}

/** The same with the lines of its text, and what was said of them. */
export async function readReviewed(
  name: string,
  bytes: Uint8Array,
  reading: Reading = {},
): Promise<Omit<ReadImport, 'blocks' | 'review'> & { readonly text: SignedText; readonly told: ToldReview }> {
  const losses = new Losses();
  const read = await readFile(name, bytes, losses, reading);
  const images: Record<string, Uint8Array> = {};
  const addresses = new Map<string, string>();
  const imageAt = (src: string): string | null => {
    const known = addresses.get(src);
    if (known) return known;
    const held = read.media.get(src) ?? read.media.get(decoded(src)) ?? dataOf(src);
    if (!held) return null;
    const address = `/fichiers/00000000-0000-4000-8000-${String(addresses.size + 1).padStart(12, '0')}`;
    addresses.set(src, address);
    images[address] = held;
    return address;
  };
  const tree = cleanHtml(read.html);
  const { source, formulas, alternatives, told } = read;
  const named = takeTitle(tree, losses);
  const called = new Set<string>();
  const nodes = shapeBlocks(tree, { losses, imageAt, notes: notesIn(tree), called, formulas, alternatives });
  const title = plainText(settleHeadings(nodes, named || read.title, losses)).slice(0, TITLE_MAX);
  const text = readSigns(parseTree(nodes));
  if (text.blocks.length === 0) throw new ImportRefused('import.nothing');
  const gone = text.lines.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === 'out'));
  for (const beside of [...told.comments, ...gone]) losses.settle(beside.text);
  nameMissing(source, { title, blocks: text.after }, losses);
  losses.add('changes', text.accepted);
  losses.add('undone', text.undone);
  return { title, text, told, images, losses: losses.list() };
}

async function readFile(
  name: string,
  bytes: Uint8Array,
  losses: Losses,
  { isOurs = false }: Reading,
): Promise<Read> {
  const upload = await kindOf(name, bytes);
  try {
    if (upload.kind === 'html') {
      const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(upload.text)?.[1] ?? '';
      return { ...NOTHING, source: htmlText(upload.text), html: upload.text, title: plainOf(title) };
    }
    if (upload.kind === 'markdown') {
      if (isTangledMarkdown(upload.text)) throw new ImportRefused('import.bomb', 'nesting');
      const source = markdownText(upload.text);
      return { ...NOTHING, source, ...(await readAsHtml(MARKDOWN_READ, { text: upload.text })) };
    }
    const { format, parts } = openPackage(bytes);
    // Before anything is changed in them.
    const source = format === 'docx' ? docxText(parts) : odtText(parts);
    if (format === 'docx') {
      const { bytes: prepared, review: told } = prepareDocx(parts, losses, { isOurs });
      return { ...NOTHING, source, told, ...(await readAsHtml('docx+styles', { bytes: prepared })) };
    }
    const prepared = prepareOdt(parts, losses, { isOurs });
    const [text, formulas] = [
      await readAsHtml('odt', { bytes: prepared.bytes }),
      await texOf(prepared.formulas),
    ];
    const { title, alternatives, review: told } = prepared;
    return { ...text, source, title, formulas, alternatives, told };
  } catch (error) {
    if (error instanceof PandocFailed) throw new ImportRefused('import.corrupt', error.said);
    throw error;
  }
}

/** Formulas of a word processor as TeX, all at once. */
async function texOf(mathml: readonly string[]): Promise<string[]> {
  if (mathml.length === 0) return [];
  const { html } = await readAsHtml('html', { text: mathml.map((math) => `<p>${math}</p>`).join('\n') });
  const found = cleanHtml(html).filter((node) => isElement(node, 'p'));
  return found.map((node) =>
    textOf(node)
      .trim()
      .replace(/^\\[([]\s*|\s*\\[)\]]$/g, ''),
  );
}

/** Takes the title that pandoc found, and the line that we write under it ourselves, out of the tree. */
function takeTitle(tree: HtmlNode[], losses: Losses): string {
  const at = tree.findIndex((node) => isElement(node) && node.properties.id === 'cordee-title');
  const title = at >= 0 ? textOf(tree.splice(at, 1)[0] as HtmlNode) : '';
  const facts = tree.findIndex((node) => isElement(node, 'p') && classesOf(node).includes('cordee-subtitle'));
  const line = facts >= 0 ? textOf(entryAt(tree, facts)).trim() : '';
  if (OWN_FACTS.test(line)) {
    tree.splice(facts, 1);
    losses.settle(line);
  }
  const [own] = tree.filter(
    (node) => isElement(node, 'main') || (isElement(node, 'div') && classesOf(node).includes('facts')),
  );
  if (own) dropFacts(own, losses);
  return title.replace(/\s+/g, ' ').trim();
}

function dropFacts(main: HtmlElement, losses: Losses): void {
  main.children = main.children.filter((node) => {
    if (!isElement(node, 'div') || !classesOf(node).includes('facts')) return true;
    const line = node.children.filter((one) => isElement(one, 'p')).map(textOf);
    if (!OWN_FACTS.test(line.join(' · '))) return true;
    losses.settle(line.join('\n'));
    return false;
  });
}

/** What stands in each note, by the id that its call names. */
export function notesIn(tree: readonly HtmlNode[]): Map<string, readonly HtmlNode[]> {
  const notes = new Map<string, readonly HtmlNode[]>();
  const visit = (node: HtmlNode, isNotes: boolean) => {
    if (node.type === 'text') return;
    const isIn = isNotes || node.properties.role === 'doc-endnotes' || classesOf(node).includes('footnotes');
    if (isIn && node.tagName === 'li' && typeof node.properties.id === 'string')
      notes.set(node.properties.id, node.children);
    for (const child of node.children) visit(child, isIn);
  };
  for (const node of tree) visit(node, false);
  return notes;
}

/** A text without the signs of a review. */
function plainText(text: string): string {
  return signsIn(text)
    .filter((part) => typeof part === 'string')
    .join('');
}

function plainOf(html: string): string {
  const text = cleanHtml(`<p>${html}</p>`).map(textOf).join('');
  return text.replace(/\s+/g, ' ').trim();
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/** The bytes of an image that stands in its own address. */
function dataOf(src: string): Uint8Array | null {
  const found = /^data:image\/[a-z+.-]+;base64,([A-Za-z0-9+/=\s]+)$/i.exec(src);
  return found ? new Uint8Array(Buffer.from(found[1] ?? '', 'base64')) : null;
}
