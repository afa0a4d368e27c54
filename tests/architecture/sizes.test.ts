import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOMS, sourceFiles } from '#tests/support/architecture/source-files.ts';
import { folderSizes, namedFunctionsIn, shrinkingFaults } from '#tests/support/architecture/source-sizes.ts';
import { wallOf } from '#tests/support/architecture/walls.ts';

const FUNCTION_MAX = 80;
const COMPONENT_MAX = 120;
const ENTRIES_MAX = wallOf('entries of the largest folder');

/** What is larger today: file → function → lines, and folder → entries. Both lists may only shrink. */
const Exceptions = z.object({
  functions: z.record(z.string(), z.record(z.string(), z.number())),
  folders: z.record(z.string(), z.number()),
});
const exceptions = Exceptions.parse(
  JSON.parse(readFileSync('tests/architecture/size-exceptions.json', 'utf8')),
);

const keyOf = (path: string, name: string) => `${path} ${name}`;

/** The faults of these files against these exceptions. */
function functionFaults(
  files: Readonly<Record<string, string>>,
  listed: z.infer<typeof Exceptions>['functions'],
): string[] {
  const components = new Set<string>();
  const measured: Record<string, number> = {};
  for (const [path, text] of Object.entries(files)) {
    for (const { name, lines, isComponent } of namedFunctionsIn(path, text)) {
      measured[keyOf(path, name)] = lines;
      if (isComponent) components.add(keyOf(path, name));
    }
  }
  const flat = Object.entries(listed).flatMap(([path, functions]) =>
    Object.entries(functions).map(([name, lines]) => [keyOf(path, name), lines]),
  );
  return shrinkingFaults(measured, Object.fromEntries(flat), (key) =>
    components.has(key) ? COMPONENT_MAX : FUNCTION_MAX,
  );
}

const folderFaults = (paths: readonly string[], listed: Readonly<Record<string, number>>) =>
  shrinkingFaults(folderSizes(paths), listed, () => ENTRIES_MAX);

/** A function of so many lines under this name. */
const lines = (opening: string, count: number) => `${opening}\n${'  work();\n'.repeat(count - 2)}}`;

describe('[H20] no function passes 80 lines, and no component 120', () => {
  test('the tree keeps it, but for those that are listed', () => {
    const files = Object.fromEntries(sourceFiles(ROOMS).map((path) => [path, readFileSync(path, 'utf8')]));
    expect(functionFaults(files, exceptions.functions)).toEqual([]);
  });

  test.each([
    ['export function work() {', 'a.ts', 81],
    ['export const work = async () => {', 'a.tsx', 81],
    ['class Room { work() {', 'a.ts', 81],
    ['export const doors = { work: () => {', 'a.ts', 81],
    ['export function Work() {', 'a.tsx', 121],
    ['export const Work = memo(function Work() {', 'a.tsx', 121],
  ])('a planted « %s » in %s of %i lines is found', (opening, path, count) => {
    const name = /[wW]ork/.exec(opening)?.[0];
    const fault = `${path} ${name}: ${count}, at most ${count - 1}`;
    expect(functionFaults({ [path]: lines(opening, count) }, {})).toEqual([fault]);
    expect(functionFaults({ [path]: lines(opening, count - 1) }, {})).toEqual([]);
  });

  test('one that is listed may not grow; one that is gone or short enough is taken off', () => {
    const listed = { 'a.ts': { work: 90 } };
    const of = (count: number) => functionFaults({ 'a.ts': lines('function work() {', count) }, listed);
    expect(of(90)).toEqual([]);
    expect(of(85)).toEqual([]);
    expect(of(91)).toEqual(['a.ts work: 91, at most 90']);
    expect(of(80)).toEqual(['a.ts work: 80, to be taken off the list']);
    expect(functionFaults({}, listed)).toEqual(['a.ts work: listed, and gone']);
  });
});

describe('[H21] no folder has more entries than its wall', () => {
  test('the tree keeps it, but for those that are listed', () => {
    // Of whatever kind: a folder of certificates or drawings is an entry as a file of code is. Migrations only grow.
    const paths = globSync(`{${ROOMS.join(',')}}/**/*.*`).map((path) => path.replaceAll('\\', '/'));
    const counted = paths.filter((path) => !path.startsWith('db/migrations/'));
    expect(folderFaults(counted, exceptions.folders)).toEqual([]);
  });

  test('a planted wall is found, and a list that is older than the tree', () => {
    const wall = (count: number) => Array.from({ length: count }, (_, at) => `app/boards/card-${at}.tsx`);
    expect(
      folderFaults([...wall(ENTRIES_MAX - 1), 'app/boards/a/one.ts', 'app/boards/a/two.ts'], {}),
    ).toEqual([]);
    expect(folderFaults([...wall(ENTRIES_MAX), 'app/boards/a/one.ts'], {})).toEqual([
      `app/boards: ${ENTRIES_MAX + 1}, at most ${ENTRIES_MAX}`,
    ]);
    const listed = { 'app/boards': ENTRIES_MAX + 5 };
    expect(folderFaults(wall(ENTRIES_MAX + 5), listed)).toEqual([]);
    expect(folderFaults(wall(ENTRIES_MAX + 6), listed)).toHaveLength(1);
    expect(folderFaults(wall(ENTRIES_MAX), listed)).toEqual([
      `app/boards: ${ENTRIES_MAX}, to be taken off the list`,
    ]);
    expect(folderFaults(['app/other.ts'], listed)).toEqual(['app/boards: listed, and gone']);
  });
});
