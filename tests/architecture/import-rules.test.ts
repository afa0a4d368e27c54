import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOMS, sourceFiles } from '#tests/support/architecture/source-files.ts';

const Report = z.object({
  modules: z.array(z.object({ source: z.string(), couldNotResolve: z.boolean().optional() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
const Rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) });

const CONFIG = resolve('.dependency-cruiser.cjs');
const PROGRAM = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

async function cruise(cwd: string): Promise<z.infer<typeof Report>> {
  const args = [PROGRAM, ...ROOMS, '--config', CONFIG, '--output-type', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 2 ** 28 });
  return Report.parse(JSON.parse(stdout));
}

/** The small innocent tree into which wrong imports are planted. */
const GROUND: Record<string, string> = {
  'shared/kernel/result.ts': 'export const ok = 1;',
  'shared/board/cards.ts':
    "import { Doc } from 'yjs'; import { ok } from '#shared/kernel/result.ts'; export const cards = [Doc, ok];",
  'db/kernel/client.ts':
    "import pg from 'pg'; import { readFileSync } from 'node:fs'; export const client = [pg, readFileSync];",
  'db/boards/schema.ts': "import { pgTable } from 'drizzle-orm/pg-core'; export const board = pgTable;",
  'db/seed/demo.ts': "import { board } from '../boards/schema.ts'; export const demo = board;",
  'db/boards/boards.ts':
    "import { cards } from '#shared/board/cards.ts'; import { board } from './schema.ts'; export const boards = [cards, board];",
  'server/services.ts':
    "import { client } from '#db/kernel/client.ts'; export interface Services { client: typeof client } export const services = client;",
  'server/app.ts':
    "import 'virtual:react-router/server-build'; import { context } from '#app/context.ts'; export const app = context;",
  'app/context.ts':
    "import type { Services } from '#server/services.ts'; export const context: Services | null = null;",
  'app/ui/button.tsx': "import { Button } from 'react-aria-components'; export const button = Button;",
  'app/realtime/room.ts':
    "import { ok } from '#shared/kernel/result.ts'; import { button } from '#app/ui/button.tsx'; export const room = [ok, button];",
  'app/boards/board.tsx':
    "import { room } from '#app/realtime/room.ts'; import { card } from './card.tsx'; export const board = [room, card];",
  'app/boards/card.tsx': "import { cards } from '#shared/board/cards.ts'; export const card = cards;",
  'app/boards/board.server.ts':
    "import { boards } from '#db/boards/boards.ts'; import { readFileSync } from 'node:fs'; export const load = [boards, readFileSync];",
  'app/people/person/person.tsx': "import { useState } from 'react'; export const person = useState;",
  'app/boards/routes/board.tsx':
    "import { boards } from '#db/boards/boards.ts'; import { board } from '#app/boards/board.tsx'; import { load } from '#app/boards/board.server.ts'; import type { Route } from './+types/board.ts'; export const route: Route | unknown = [boards, board, load];",
  'tests/board.test.ts':
    "import { board } from '#app/boards/board.tsx'; import { client } from '#db/kernel/client.ts'; export const t = [board, client];",
};

/** Rule, file it is planted in, wrong import. Several for a rule that has several ways in. */
const PLANTED: readonly (readonly [rule: string, path: string, source: string])[] = [
  ['no-cycle', 'shared/board/one.ts', "import { two } from './two.ts'; export const one = two;"],
  ['resolvable', 'shared/lost.ts', "import { gone } from './gone.ts'; export const lost = gone;"],
  ['declared', 'server/chance.ts', "import { parse } from 'acorn'; export const chance = parse;"],
  ['no-barrel', 'shared/barrel.ts', "export * from './board/index.ts';"],
  ['tests-apart', 'db/tested.ts', "import { t } from '#tests/board.test.ts'; export const tested = t;"],
  [
    'shared-alone',
    'shared/upwards.ts',
    "import { boards } from '#db/boards/boards.ts'; export const upwards = boards;",
  ],
  [
    'shared-alone',
    'shared/typed.ts',
    "import type { Services } from '#server/services.ts'; export type Typed = Services;",
  ],
  [
    'shared-pure',
    'shared/node.ts',
    "import { readFileSync } from 'node:fs'; export const node = readFileSync;",
  ],
  ['shared-pure', 'shared/react.ts', "import { useState } from 'react'; export const react = useState;"],
  [
    'db-below',
    'db/upwards.ts',
    "import { services } from '#server/services.ts'; export const upwards = services;",
  ],
  ['db-drivers', 'db/web.ts', "import express from 'express'; export const web = express;"],
  [
    'server-below',
    'server/screen.ts',
    "import { board } from '#app/boards/board.tsx'; export const screen = board;",
  ],
  [
    'server-below',
    'server/context.ts',
    "import { context } from '#app/context.ts'; export const copy = context;",
  ],
  [
    'server-app-context',
    'server/app.ts',
    "import { route } from '#app/boards/routes/board.tsx'; export const app = route;",
  ],
  ['ui-alone', 'app/ui/noun.tsx', "import { card } from '#app/boards/card.tsx'; export const noun = card;"],
  ['ui-alone', 'app/ui/words.tsx', "import { ok } from '#shared/kernel/result.ts'; export const words = ok;"],
  ['ui-react', 'app/ui/doc.tsx', "import { Doc } from 'yjs'; export const doc = Doc;"],
  [
    'noun-apart',
    'app/people/person/other.tsx',
    "import { card } from '#app/boards/card.tsx'; export const other = card;",
  ],
  [
    'noun-apart',
    'app/people/person/data.tsx',
    "import { boards } from '#db/boards/boards.ts'; export const data = boards;",
  ],
  [
    'noun-apart',
    'app/people/person/frame.tsx',
    "import { route } from '#app/boards/routes/board.tsx'; export const frame = route;",
  ],
  // Two nouns of one shelf are two nouns; and what people see does not know the page that shows it.
  [
    'noun-apart',
    'app/people/group/neighbour.tsx',
    "import { person } from '#app/people/person/person.tsx'; export const neighbour = person;",
  ],
  [
    'noun-apart',
    'app/boards/upwards.tsx',
    "import { route } from './routes/board.tsx'; export const upwards = route;",
  ],
  [
    'realtime-apart',
    'app/realtime/noun.ts',
    "import { card } from '#app/boards/card.tsx'; export const noun = card;",
  ],
  [
    'server-side-hidden',
    'app/boards/leak.tsx',
    "import { load } from './board.server.ts'; export const leak = load;",
  ],
  [
    'browser-without-node',
    'app/boards/disk.tsx',
    "import { readFileSync } from 'node:fs'; export const disk = readFileSync;",
  ],
  [
    'live-by-context',
    'app/boards/routes/live.tsx',
    "import { services } from '#server/services.ts'; export const live = services;",
  ],
  [
    'live-by-context',
    'app/boards/live.server.ts',
    "import { services } from '#server/services.ts'; export const live = services;",
  ],
  [
    'db-by-functions',
    'app/boards/routes/client.tsx',
    "import { client } from '#db/kernel/client.ts'; export const c = client;",
  ],
  [
    'db-by-functions',
    'app/boards/routes/table.tsx',
    "import { board } from '#db/boards/schema.ts'; export const b = board;",
  ],
  [
    'db-by-functions',
    'app/boards/routes/seed.tsx',
    "import { demo } from '#db/seed/demo.ts'; export const d = demo;",
  ],
];

const folders: string[] = [];

function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'cordee-imports-'));
  folders.push(root);
  for (const file of ['package.json', 'tsconfig.json']) copyFileSync(file, join(root, file));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
  return root;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('[H1] the import rules', () => {
  test('read the whole tree, and find nothing in it', async () => {
    const { modules, summary } = await cruise(process.cwd());
    expect(summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
    const inRooms = new RegExp(`^(${ROOMS.join('|')})/.*\\.tsx?$`);
    const read = modules.filter((module) => !module.couldNotResolve && inRooms.test(module.source));
    expect(read.map(({ source }) => source).sort()).toEqual(sourceFiles(ROOMS));
  });

  test('leave a right tree alone', async () => {
    const { summary } = await cruise(plant(GROUND));
    expect(summary.violations).toEqual([]);
  });

  describe('catch a planted wrong import', () => {
    let violations: z.infer<typeof Report>['summary']['violations'];
    beforeAll(async () => {
      const planted = Object.fromEntries(PLANTED.map(([, path, source]) => [path, source]));
      const targets = {
        'shared/board/index.ts': "export * from './cards.ts';",
        // A cycle of types is a cycle too.
        'shared/board/two.ts': "import type { one } from './one.ts'; export const two: typeof one | 2 = 2;",
      };
      ({ violations } = (await cruise(plant({ ...GROUND, ...targets, ...planted }))).summary);
    });

    test.each(PLANTED)('%s in %s', (rule, path) => {
      expect(
        violations.filter(({ from }) => from === path).map((violation) => violation.rule.name),
      ).toContain(rule);
    });

    test('for every rule there is', () => {
      const { forbidden } = Rules.parse(createRequire(import.meta.url)(CONFIG));
      expect([...new Set(PLANTED.map(([rule]) => rule))].sort()).toEqual(
        forbidden.map(({ name }) => name).sort(),
      );
    });
  });
});
