import type { DataNeedFields } from './data-need.ts';
import type { DataNeedError } from './data-need-errors.ts';

/** What is wrong in a file, and where. */
export interface NeedFault {
  /** As a text editor counts; null for the whole file. */
  readonly line: number | null;
  readonly column: keyof DataNeedFields | null;
  readonly value: string;
  readonly code:
    | DataNeedError
    | 'file.columnMissing'
    | 'file.columnTwice'
    | 'file.withoutRows'
    | 'file.tooLong'
    | 'line.cells'
    | 'line.quotes'
    | 'line.twice';
}
