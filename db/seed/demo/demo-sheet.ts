import type { TypedSheet } from '#shared/publication/sheet/use-case-sheet.ts';
import type { BlockNode } from '../builders/prose.ts';
import type { GroupKey } from './groups.ts';
import type { PersonKey } from './people.ts';

/** A published sheet of the demonstration. Its cities and its figures are invented, and it says so. */
export interface DemoSheet {
  /** Key of its experiment. */
  readonly experiment: string;
  readonly group: GroupKey;
  readonly by: PersonKey;
  readonly fields: TypedSheet;
  readonly blocks: readonly BlockNode[];
  /** Days before now on which it was begun, sent to review, published. */
  readonly days: readonly [number, number, number];
}
