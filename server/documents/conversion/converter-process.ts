/**
 * The process of conversions: pandoc, Typst and the reading of foreign files run here, at low priority, without network, and may
 * be ended at any moment. One task in, one answer out; `converter.ts` is the other side.
 */
import { constants, setPriority } from 'node:os';
import type { LineSpan } from '#shared/documents/comment/passage-spans.ts';
import type { ContentError } from '#shared/documents/conversion/content.ts';
import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { ImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { toldError } from '../../kernel/told-error.ts';
import type { ContentTask, MergeFound, PieceFound, WrittenContent } from '../content/content-format.ts';
import type { Exported, ExportSource, LeftState } from './export-source.ts';
import type { Draft, KeptImage } from './import/draft.ts';
import type { ReadImport } from './import/read-import.ts';
import type { ReadVersion, VersionTask } from './import/review/read-version.ts';
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
  | ContentTask
  /** What is written in a file, without its look. */
  | { readonly kind: 'words'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'state'; readonly bytes: Uint8Array }
  | ({ readonly kind: 'version' } & VersionTask)
  /** The text of an import as the first update of its room, and passages of it. */
  | {
      readonly kind: 'draft';
      readonly blocks: readonly BlockJson[];
      readonly images: Readonly<Record<string, KeptImage>>;
      readonly by: string;
      readonly spans: readonly LineSpan[];
    };

/** What each kind of task gives. */
export interface ConversionAnswers {
  export: Exported;
  /** Or why not: a refusal is an answer. */
  import: Result<ReadImport, ImportError>;
  state: Result<LeftState | null, ImportError>;
  version: Result<ReadVersion, ImportError>;
  content: WrittenContent;
  merge: Result<MergeFound, ImportError | ContentError>;
  piece: Result<PieceFound, ImportError | ContentError>;
  words: ReadWords;
  draft: Draft;
}

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

async function answer(task: ConversionTask): Promise<unknown> {
  if (task.kind === 'export') return writeExport(task.source, task.format, task.mark);
  if (task.kind === 'draft') {
    const { draftOf } = await import('./import/draft.ts');
    return draftOf(task.blocks, task.images, task);
  }
  if (task.kind === 'words') {
    const { readWords } = await import('./words/read-words.ts');
    return readWords(task.name, task.bytes);
  }
  if (task.kind === 'content') {
    const { writeContent } = await import('../content/content-format.ts');
    return writeContent(task.format, task.source);
  }
  const { ImportRefused } = await import('./import/import-refused.ts');
  try {
    if (task.kind === 'import') {
      const { readImport } = await import('./import/read-import.ts');
      return ok(await readImport(task.name, task.bytes));
    }
    if (task.kind === 'state' || task.kind === 'version') {
      const { readVersion, stateIn } = await import('./import/review/read-version.ts');
      return ok(task.kind === 'state' ? stateIn(task.bytes) : await readVersion(task));
    }
    const { findMerge, readPiece } = await import('../content/content-format.ts');
    return await (task.kind === 'merge' ? findMerge(task) : readPiece(task));
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
