/**
 * The process of conversions: pandoc, Typst and the reading of foreign files run here, at low priority, without network, and may
 * be ended at any moment. One task in, one answer out; `converter.ts` is the other side.
 */
import { constants, setPriority } from 'node:os';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { ImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { DraftUpdate } from '#shared/realtime/room-draft.ts';
import { toldError } from '../../kernel/told-error.ts';
import type { Exported, ExportSource } from './export-source.ts';
import type { KeptImage } from './import/draft.ts';
import type { ReadImport } from './import/read-import.ts';
import type { ReadWords } from './words/read-words.ts';
import { writeExport } from './write-export.ts';

/** What this process does. */
export type ConversionTask =
  | {
      readonly kind: 'export';
      readonly format: ExportFormat;
      readonly source: ExportSource;
      /** A word that stands in no text. */
      readonly mark: string;
    }
  | { readonly kind: 'import'; readonly name: string; readonly bytes: Uint8Array }
  /** What is written in a file, without its look. */
  | { readonly kind: 'words'; readonly name: string; readonly bytes: Uint8Array }
  /** The text of an import as the first update of its room. */
  | {
      readonly kind: 'draft';
      readonly blocks: readonly BlockJson[];
      readonly images: Readonly<Record<string, KeptImage>>;
      readonly by: string;
    };

/** What each kind of task gives. */
export interface ConversionAnswers {
  export: Exported;
  /** Or why not: a refusal is an answer. */
  import: Result<ReadImport, ImportError>;
  words: ReadWords;
  draft: readonly DraftUpdate[];
}

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

async function answer(task: ConversionTask): Promise<unknown> {
  if (task.kind === 'export') return writeExport(task.source, task.format, task.mark);
  if (task.kind === 'draft') {
    const { draftOf } = await import('./import/draft.ts');
    return draftOf(task.blocks, task.images, task.by);
  }
  if (task.kind === 'words') {
    const { readWords } = await import('./words/read-words.ts');
    return readWords(task.name, task.bytes);
  }
  const [{ readImport }, { ImportRefused }] = await Promise.all([
    import('./import/read-import.ts'),
    import('./import/import-refused.ts'),
  ]);
  try {
    return ok(await readImport(task.name, task.bytes));
  } catch (error) {
    if (error instanceof ImportRefused) return fail(error.code);
    throw error;
  }
}

process.on('message', (task: ConversionTask) => {
  answer(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: toldError(error) }),
  );
});
// The server is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
