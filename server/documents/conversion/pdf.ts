import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { ExportSource } from './export-source.ts';
import { formulasIn } from './formulas.ts';
import { typstBlocks } from './typst-blocks.ts';
import { typstSource } from './typst-look.ts';

const FONTS = fileURLToPath(new URL('./fonts/', import.meta.url));
let compiler: NodeCompiler | undefined;

/** The compiler sees the folder of our fonts and the images of this document, nothing else. */
function ourCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: FONTS,
    fontArgs: [
      {
        fontBlobs: readdirSync(FONTS)
          .filter((name) => name.endsWith('.ttf'))
          .map((name) => readFileSync(FONTS + name)),
      },
    ],
  });
  return compiler;
}

/** Typst made no PDF. [SC12] What it says quotes the document: no log is told. */
class TypstFailed extends Error {
  override readonly name = 'TypstFailed';
  readonly said: string;

  constructor(said: string) {
    super('typst made no PDF');
    this.said = said;
  }
}

/** A sign of no font: shown as an empty square. */
const UNDRAWN = '□';
/** Each round finds all the signs of the text that are missing; a mended text has none. */
const MOST_ROUNDS = 4;

/** [X6] A document as PDF/UA-1: tagged, titled, in French, every image and formula with its text. */
export async function writePdf(source: ExportSource): Promise<Uint8Array> {
  const typst = ourCompiler();
  typst.resetShadow();
  const names = new Map(
    Object.entries(source.images).map(([src, image], index) => {
      const name = `image-${index + 1}.${image.contentType === 'image/png' ? 'png' : 'jpg'}`;
      typst.mapShadow(FONTS + name, Buffer.from(image.bytes));
      return [src, name] as const;
    }),
  );
  const formula = await formulasIn(source.blocks);
  const body = typstBlocks(source.blocks, { source, formula, imageName: (src) => names.get(src) ?? null });
  let text = typstSource(source, body);
  try {
    for (let round = 1; ; round++) {
      try {
        return compile(typst, text);
      } catch (error) {
        const missing = missingSigns(error);
        if (missing.length === 0 || round === MOST_ROUNDS) throw error;
        for (const sign of missing) text = text.replaceAll(sign, UNDRAWN);
      }
    }
  } finally {
    typst.resetShadow();
    typst.evictCache(0);
  }
}

/** @throws {TypstFailed} */
function compile(typst: NodeCompiler, mainFileContent: string): Uint8Array {
  try {
    const compiled = typst.compile({ mainFileContent });
    if (compiled.result) return new Uint8Array(typst.pdf(compiled.result, { pdfStandard: 'ua-1' }));
    throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []));
  } catch (error) {
    throw new TypstFailed(error instanceof Error ? error.message : String(error));
  }
}

function missingSigns(error: unknown): string[] {
  if (!(error instanceof TypstFailed)) return [];
  const found = [...error.said.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)];
  return [...new Set(found.map(([, sign = '']) => sign))].filter((sign) => /[^\x20-\x7e]/u.test(sign));
}
