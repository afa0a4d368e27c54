/**
 * The process of a check: files of unknown people and patterns of unknown schemas run here, at low priority, without network, and
 * may be ended at any moment. One task in, one answer out; `run-check.ts` is the other side.
 */
import { constants, setPriority } from 'node:os';
import type { CheckError } from '#shared/library/dataset/dataset-errors.ts';
import type { TableReport } from '#shared/library/dataset/table-report.ts';
import { type ToldError, toldError } from '../../kernel/told-error.ts';
import { type CheckTask, checkFile } from './check-file.ts';
import { CheckRefused } from './check-refused.ts';

/** What this process says. */
export type CheckMessage =
  | { readonly rows: number }
  | { readonly report: TableReport }
  | { readonly refused: CheckError }
  | { readonly broken: ToldError };

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const say = (message: CheckMessage) => process.send?.(message);

process.once('message', (task: CheckTask) => {
  checkFile(task, (rows) => say({ rows })).then(
    (report) => say({ report }),
    (error: unknown) => {
      if (error instanceof CheckRefused) say({ refused: error.code });
      else say({ broken: toldError(error) });
    },
  );
});
// The server is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
