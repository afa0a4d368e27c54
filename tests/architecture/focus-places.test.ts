import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { parsed } from '#tests/support/architecture/source-files.ts';

/** What `afterOn(address)` gives takes the place after the sentence. */
const RANK = 1;
const isAfter = (node: ts.Node | undefined) =>
  node !== undefined && ts.isCallExpression(node) && node.expression.getText() === 'afterOn';

/** The places that the gestures of this source name for the focus: as `focus` of what follows, or given to a function that has such a parameter. */
function placesIn(path: string, text: string): string[] {
  const source = parsed(path, text);
  const rankOf = new Map<string, number>();
  const places: string[] = [];
  const note = (node: ts.Expression | undefined) => {
    if (node && ts.isStringLiteral(node)) places.push(node.text);
  };
  const declare = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && isAfter(node.initializer)) rankOf.set(node.name.getText(), RANK);
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)) {
      const rank = node.initializer.parameters.findIndex(({ name }) => name.getText() === 'focus');
      if (rank >= 0) {
        rankOf.set(node.name.getText(), rank);
        note(node.initializer.parameters[rank]?.initializer);
      }
    }
    ts.forEachChild(node, declare);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'focus') note(node.initializer);
    if (ts.isCallExpression(node)) {
      const rank = isAfter(node.expression) ? RANK : rankOf.get(node.expression.getText());
      note(node.arguments[rank ?? -1]);
    }
    ts.forEachChild(node, visit);
  };
  declare(source);
  visit(source);
  return places;
}

const source = (pattern: string) =>
  globSync(pattern).map((path) => [path, readFileSync(path, 'utf8')] as const);

test('[WR6] a place that takes the focus after a gesture is drawn somewhere', () => {
  const drawn = new Set(
    source('app/**/*.tsx').flatMap(([, text]) => [...text.matchAll(/\bid="([\w-]+)"/g)].map(([, id]) => id)),
  );
  const named = [...source('app/**/*.server.ts'), ...source('app/**/routes/*.tsx')].flatMap(([path, text]) =>
    placesIn(path, text).map((place) => ({ path, place })),
  );
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter(({ place }) => !drawn.has(place))).toEqual([]);
});

test('[WR6] a planted place is found, however it is given', () => {
  expect(placesIn('a.ts', "const done = () => ({ to: '/', said: 'Fait.', focus: 'list' });")).toEqual([
    'list',
  ]);
  expect(
    placesIn(
      'b.ts',
      "const after = (said: string, focus = 'top') => ({ said, focus });\nafter('Fait.', 'gone');",
    ),
  ).toEqual(['top', 'gone']);
  expect(
    placesIn(
      'c.ts',
      "const after = afterOn(here);\nafter('Fait.', 'list');\nafterOn(there)('Fait.', 'gone');",
    ),
  ).toEqual(['list', 'gone']);
});

/** Who comes in or goes out is met by a page of its own. */
const COMES_OR_GOES = new Set([
  'first-installation',
  'invitation',
  'second-factor',
  'sign-in',
  'sign-out',
  // Only whoever has a link may answer; the others are shown how to ask for one.
  'meeting-answer',
]);

/** How often the action of this page leads on without a word. */
function silentIn(path: string, text: string): number {
  let silent = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'redirect') silent += 1;
    ts.forEachChild(node, visit);
  };
  parsed(path, text).forEachChild((node) => {
    if (ts.isFunctionDeclaration(node) && node.name?.text === 'action') visit(node);
  });
  return silent;
}

test('[WR6] an action that leads to another page says there what was done', () => {
  const pages = source('app/**/routes/*.tsx').filter(
    ([path]) => !COMES_OR_GOES.has(path.replace(/.*\/|\.tsx$/g, '')),
  );
  expect(pages.filter(([path, text]) => silentIn(path, text) > 0).map(([path]) => path)).toEqual([]);
  expect(silentIn('a.tsx', "export async function action() { throw redirect('/'); }")).toBe(1);
  expect(silentIn('b.tsx', "export async function loader() { throw redirect('/'); }")).toBe(0);
});
