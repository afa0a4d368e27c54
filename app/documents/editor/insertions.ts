import { insertInsertions } from '../insert/insert-insertions.ts';
import { outcomeInsertions } from '../insert/outcome-insertions.ts';
import { blockInsertions } from './block-insertions.ts';
import { INSERTION_GROUPS, type Insertion } from './insertion.ts';
import { textInsertions } from './text-insertions.ts';

/** Everything that can be inserted, group by group. A new kind of thing is a list of its own, added here. */
export const INSERTIONS: readonly Insertion[] = [
  ...textInsertions,
  ...blockInsertions,
  ...insertInsertions,
  ...outcomeInsertions,
].sort((one, other) => INSERTION_GROUPS.indexOf(one.group) - INSERTION_GROUPS.indexOf(other.group));
