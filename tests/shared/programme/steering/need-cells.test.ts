import { expect, test } from 'vitest';
import { cellsOf } from '#shared/programme/steering/need-cells.ts';

const local = { toKind: 'public_local', toStatus: 'open' } as const;
const came = { fromKind: null, fromStatus: null } as const;

test('[PI12] a cell has what came into it less what left it, and none is told when nothing is left', () => {
  expect(cellsOf([{ ...came, ...local, count: 5 }])).toEqual([
    { producer: 'public_local', access: 'open', count: 5 },
  ]);
  expect(
    cellsOf([
      { ...came, toKind: 'public_local', toStatus: 'candidate', count: 5 },
      { fromKind: 'public_local', fromStatus: 'candidate', ...local, count: 5 },
      { fromKind: 'public_local', fromStatus: 'open', toKind: null, toStatus: null, count: 2 },
    ]),
  ).toEqual([{ producer: 'public_local', access: 'open', count: 3 }]);
  expect(cellsOf([])).toEqual([]);
});
