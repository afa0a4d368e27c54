import type { ImportReport } from '#shared/documents/conversion/conversion.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
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
}

interface Read {
  /** What is written in the file, read without the conversion. */
  readonly source: SourceText;
  readonly html: string;
  readonly title: string;
  readonly media: ReadonlyMap<string, Uint8Array>;
  readonly formulas: readonly string[];
  readonly alternatives: readonly string[];
}

const NOTHING = { title: '', media: new Map<string, Uint8Array>(), formulas: [], alternatives: [] };

/**
 * Reads a file of any of the known formats. Runs in the process of conversions.
 * @throws {ImportRefused} with what its owner is told.
 */
export async function readImport(name: string, bytes: Uint8Array): Promise<ReadImport> {
  const losses = new Losses();
  const read = await readFile(name, bytes, losses);
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
  const { source, formulas, alternatives } = read;
  const named = takeTitle(tree, losses);
  const called = new Set<string>();
  const nodes = shapeBlocks(tree, { losses, imageAt, notes: notesIn(tree), called, formulas, alternatives });
  const title = settleHeadings(nodes, named || read.title, losses).slice(0, TITLE_MAX);
  const blocks = parseTree(nodes);
  if (blocks.length === 0) throw new ImportRefused('import.nothing');
  nameMissing(source, { title, blocks }, losses);
  return { title, blocks, images, losses: losses.list() };
}

async function readFile(name: string, bytes: Uint8Array, losses: Losses): Promise<Read> {
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
      const prepared = prepareDocx(parts, losses);
      return {
        ...NOTHING,
        source,
        ...(await readAsHtml('docx+styles', { bytes: prepared }, { 'track-changes': 'accept' })),
      };
    }
    const prepared = prepareOdt(parts, losses);
    const [text, formulas] = [
      await readAsHtml('odt', { bytes: prepared.bytes }),
      await texOf(prepared.formulas),
    ];
    return { ...text, source, title: prepared.title, formulas, alternatives: prepared.alternatives };
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
  const line = facts >= 0 ? textOf(tree[facts] as HtmlNode).trim() : '';
  if (OWN_FACTS.test(line)) {
    tree.splice(facts, 1);
    losses.settle(line);
  }
  const [own] = tree.filter(
    (node) => isElement(node, 'main') || (isElement(node, 'div') && classesOf(node).includes('facts')),
  );
  if (own) dropFacts(own as HtmlElement, losses);
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
function notesIn(tree: readonly HtmlNode[]): Map<string, readonly HtmlNode[]> {
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
