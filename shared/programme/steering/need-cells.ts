import type { AccessStatus, ProducerKind } from '../../library/dataset/dataset.ts';
import type { NeedCell } from './overview.ts';

/** So many needs went from one cell to another; without a cell before they came, without one after they went away. */
interface NeedMoves {
  readonly fromKind: ProducerKind | null;
  readonly fromStatus: AccessStatus | null;
  readonly toKind: ProducerKind | null;
  readonly toStatus: AccessStatus | null;
  readonly count: number;
}

/** [PI12] How many needs stand in each cell once all these moves were made; cells without any are not told. */
export function cellsOf(moves: readonly NeedMoves[]): NeedCell[] {
  const cells = new Map<string, NeedCell>();
  const add = (producer: ProducerKind | null, access: AccessStatus | null, more: number) => {
    if (producer === null || access === null) return;
    const key = `${producer} ${access}`;
    cells.set(key, { producer, access, count: (cells.get(key)?.count ?? 0) + more });
  };
  for (const { fromKind, fromStatus, toKind, toStatus, count } of moves) {
    add(fromKind, fromStatus, -count);
    add(toKind, toStatus, count);
  }
  return [...cells.values()].filter(({ count }) => count > 0);
}
