import { strFromU8 } from 'fflate';
import { textOf } from '#shared/documents/text/document-text.ts';
import type { ReadingFault } from '#shared/library/resource/resource.ts';
import { ImportRefused } from '../import/import-refused.ts';
import { unpackParts } from '../import/office-package.ts';
import { readImport } from '../import/read-import.ts';
import { officeWords } from './office-words.ts';
import { pdfText } from './pdf-text.ts';

/** The words of a file, or why it has none that can be read; both null where there was nothing to look for. */
export interface ReadWords {
  readonly text: string | null;
  readonly fault: ReadingFault | null;
}

const TEXT_MAX = 500_000;
const FAULTS: Readonly<Partial<Record<ImportRefused['code'], ReadingFault>>> = {
  'import.encrypted': 'encrypted',
  'import.corrupt': 'damaged',
  'import.unsafe': 'damaged',
  'import.bomb': 'tooHeavy',
};

/** [RS14] What is written in a file of a word processor, a workbook, slides, a PDF or a page. Runs in the process of conversions. */
export async function readWords(name: string, bytes: Uint8Array): Promise<ReadWords> {
  try {
    if (begins(bytes, '%PDF')) {
      const read = await pdfText(bytes, TEXT_MAX);
      return typeof read === 'string' ? { text: null, fault: read } : { text: read.text, fault: null };
    }
    const parts = begins(bytes, 'PK') ? unpackParts(bytes) : null;
    if (parts && !isWordFile(parts)) {
      if (/encryption-data/.test(partOf(parts, 'META-INF/manifest.xml')))
        return { text: null, fault: 'encrypted' };
      return { text: officeWords(parts, TEXT_MAX), fault: null };
    }
    const { blocks } = await readImport(name, bytes);
    return { text: blocks.map(textOf).filter(Boolean).join('\n'), fault: null };
  } catch (error) {
    if (error instanceof ImportRefused) return { text: null, fault: FAULTS[error.code] ?? null };
    throw error;
  }
}

function begins(bytes: Uint8Array, sign: string): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).indexOf(sign, 0, 'latin1') ===
    0
  );
}

type Parts = Readonly<Record<string, Uint8Array>>;
const partOf = (parts: Parts, name: string) => (parts[name] ? strFromU8(parts[name]) : '');
const isWordFile = (parts: Parts) =>
  parts['word/document.xml'] !== undefined || partOf(parts, 'mimetype').includes('opendocument.text');
