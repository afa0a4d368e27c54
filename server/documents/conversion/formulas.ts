import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';

type Formula = (latex: string, isBlock: boolean) => string | null;

/**
 * [X5] What pandoc writes of a formula is Typst source: only what cannot be code is let through. In mathematics a hash begins
 * code unless it is escaped; the signs of addresses and comments have no place there.
 */
const CODE = /(^|[^\\])#|@|\/\/|\/\*|`/;

/** The formulas of a document as Typst mathematics, `$…$`, all in one go. pandoc is loaded only when there is one. */
export async function formulasIn(blocks: readonly BlockJson[]): Promise<Formula> {
  const sources = new Set<string>();
  const visit = (node: BlockJson) => {
    if (node.type === 'inlineMath' || node.type === 'blockMath')
      sources.add(readAttrs(node.type, node.attrs).latex);
    node.content?.forEach(visit);
  };
  blocks.forEach(visit);
  sources.delete('');
  if (sources.size === 0) return () => null;
  const { writeTree } = await import('./pandoc.ts');
  const written = new Map<string, string>();
  const asked = [...sources];
  const { text } = await writeTree(
    { blocks: asked.map((latex) => ({ t: 'Para', c: [{ t: 'Math', c: [{ t: 'InlineMath' }, latex] }] })) },
    { to: 'typst', wrap: 'none' },
  );
  const lines = text.trim().split(/\n{2,}/);
  if (lines.length === asked.length) {
    for (const [index, latex] of asked.entries()) {
      const math = /^\$(.+)\$$/s.exec(lines[index]?.trim() ?? '')?.[1];
      if (math && !/[^\\]\$/.test(math) && !CODE.test(math)) written.set(latex, math);
    }
  }
  return (latex, isBlock) => {
    const math = written.get(latex);
    return math === undefined ? null : isBlock ? `$ ${math} $` : `$${math}$`;
  };
}
