import { describe, expect, test } from 'vitest';
import {
  againstOrder,
  DOMAINS,
  domainOf,
  importsAgainstOrder,
  importsOf,
} from '#tests/architecture/domain-order.ts';
import { rulePages } from '#tests/support/architecture/rule-numbers.ts';
import { sourceFiles } from '#tests/support/architecture/source-files.ts';
import exceptions from './domain-order-exceptions.json' with { type: 'json' };

describe('[H22] domains have an order', () => {
  test('it is that of the pages of rules', () => {
    const pages = rulePages().map(({ name }) => name);
    expect(pages.toSorted()).toEqual(DOMAINS.map((domain) => `${domain}.md`).toSorted());
  });

  test.each([
    ['shared/programme/experiment/log.ts', 'programme'],
    ['app/programme/experiment/routes/experiment.tsx', 'programme'],
    ['db/kernel/client.ts', 'kernel'],
    ['app/ui/field.tsx', 'kernel'],
    ['db/seed/demo/boards.ts', 'whole'],
    ['server/serve.ts', 'whole'],
    ['shared/paths.ts', null],
    ['tests/db/boards/boards.test.ts', null],
    ['shared/tracks/track.ts', null],
    ['vite.config.ts', null],
  ])('%s is of %s', (path, domain) => {
    expect(domainOf(path)).toBe(domain);
  });

  test.each([
    ['db/boards/boards.ts', 'db/people/members.ts', null],
    ['db/boards/boards.ts', 'shared/boards/board.ts', null],
    ['db/people/members.ts', 'db/boards/boards.ts', 'people → boards'],
    ['shared/kernel/paths.ts', 'shared/realtime/room.ts', 'kernel → realtime'],
    ['app/ui/field.tsx', 'shared/people/person.ts', 'kernel → people'],
    ['server/operations/webhook/tell.ts', 'server/serve.ts', 'operations → whole'],
    ['server/serve.ts', 'server/operations/webhook/tell.ts', null],
    ['db/seed/demo/boards.ts', 'db/publication/sheet/sheets.ts', null],
    ['tests/db/people/members.test.ts', 'db/boards/boards.ts', null],
    ['db/people/members.ts', 'shared/tracks/track.ts', null],
  ])('%s that takes from %s: %s', (from, to, against) => {
    expect(againstOrder({ from, to })).toBe(against);
  });

  test('the tree keeps it, but for the imports that are listed, of which each that goes is struck out', () => {
    expect(importsAgainstOrder(sourceFiles(['shared', 'db', 'server', 'app']))).toEqual(exceptions);
  });

  test('a planted import is found, early, late and of types', () => {
    const planted = `import type { A } from '#db/search/search.ts';\nimport('../search/b.ts');\nimport '#server/serve.ts';`;
    expect(importsOf('db/people/members.ts', planted).map(againstOrder)).toEqual([
      'people → search',
      'people → search',
      'people → whole',
    ]);
  });
});
