/**
 * The process of conversions: pandoc, Typst and the reading of foreign files run here, at low priority, without network, and may
 * be ended at any moment. One task in, one answer out; `converter.ts` is the other side.
 */
import { constants, setPriority } from 'node:os';
import type { ExportFormat } from '#shared/conversion/conversion.ts';
import type { Exported, ExportSource } from './export-source.ts';
import { writeExport } from './write-export.ts';

/** What this process does. */
export type ConversionTask = {
  readonly kind: 'export';
  readonly format: ExportFormat;
  readonly source: ExportSource;
  /** A word that stands in no text. */
  readonly mark: string;
};

/** What each kind of task gives. */
export interface ConversionAnswers {
  export: Exported;
}

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

async function answer(task: ConversionTask): Promise<unknown> {
  return writeExport(task.source, task.format, task.mark);
}

process.on('message', (task: ConversionTask) => {
  answer(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      process.send?.({ error: { name, message } });
    },
  );
});
// The server is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
