import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type CardProperty, PROPERTIES } from '#shared/boards/card/property/card-properties.ts';
import { findInSource, sourceFiles } from '#tests/support/architecture/source-files.ts';

/** In how many files of the product each may be named: what the table asks, and what it is for. It only shrinks. */
const MOST: Readonly<Record<CardProperty, number>> = {
  // Actions of a text become cards.
  assignees: 10,
  organisations: 9,
  // Labels are the board’s own: they are made and renamed there, and templates have some.
  labels: 16,
  start: 11,
  // Calendar, late cards, lists of tasks, feeds, the cockpit.
  due: 24,
};

/** What the simplest of them is for, beside what any property asks: the face of a card, the timeline, the demonstration, Trello. */
const OF_START = [
  'app/boards/card/card-face.tsx',
  'app/boards/card/card-list.tsx',
  'app/boards/period/due-menus.tsx',
  'db/boards/schema.ts',
  'db/seed/demo/demo-board.ts',
  'db/seed/install-rooms.ts',
  'shared/boards/exchange/trello-shape.ts',
  'shared/boards/view/schedule.ts',
];

/** Files that hold a table of properties: each of its keys is one. */
const isTable = (path: string) => path.includes('boards/property/') || path.includes('boards/card/property/');
const isOfBoards = (path: string) => /^(?:shared|db|server|app)\/boards\//.test(path);
/** What stands for a card, or for the table of cards: `card`, `row.card`, `cards`. */
const isCard = (node: ts.Node | undefined) => node !== undefined && /(?:^|\.)cards?$/i.test(node.getText());

/** Whether this object, type or pattern is a card or a part of one: it says who has it, or both of its days. */
function isShape(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node) && !ts.isInterfaceDeclaration(node) && !ts.isTypeLiteralNode(node))
    return false;
  const said = new Set<string | undefined>();
  for (const { name } of ts.isObjectLiteralExpression(node) ? node.properties : node.members)
    said.add(name?.getText());
  return said.has('assignees') || (said.has('start') && said.has('due'));
}

/** Whether this place of a file names the property: read of a card, taken apart from one, or said in a shape or a table. */
function names(node: ts.Node, key: string, path: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === key && isCard(node.expression);
  if (ts.isBindingElement(node)) {
    const around = node.parent.parent;
    const of = ts.isVariableDeclaration(around) || ts.isParameter(around) ? around : undefined;
    return (
      (node.propertyName ?? node.name).getText() === key && (isCard(of?.initializer) || isCard(of?.type))
    );
  }
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isPropertySignature(node))
    return node.name.getText() === key && (isTable(path) || isShape(node.parent));
  if (!ts.isStringLiteral(node) || node.text !== key || !isOfBoards(path)) return false;
  const around = ts.isUnionTypeNode(node.parent.parent) ? node.parent.parent.parent : node.parent.parent;
  return (
    ts.isArrayLiteralExpression(node.parent) ||
    (ts.isTypeReferenceNode(around) && /\b(?:Card|Setting)/.test(around.getText()))
  );
}

const product = Object.fromEntries(
  sourceFiles(['shared', 'db', 'server', 'app']).map((path) => [path, readFileSync(path, 'utf8')]),
);

/** Those of these files that name it. */
function filesNaming(key: string, files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const isNamed =
      text.includes(key) &&
      findInSource(path, (node) => (names(node, key, path) ? key : null), text).length > 0;
    return isNamed ? [path] : [];
  });
}

describe('[H31] a property of a card is one entry of a table', () => {
  test.each(PROPERTIES)('%s is named in no more files than are known', (key) => {
    const files = filesNaming(key, product);
    expect({ count: files.length, files }).toEqual({ count: MOST[key], files });
  });

  test.each([
    ['shared/boards/a.ts', 'export const one = (card: Card) => card.start;'],
    ['shared/boards/a.ts', 'export const one = ({ start }: Card) => start;'],
    ['server/a.ts', 'const { start: first } = row.card;'],
    ['server/a.ts', 'export const Card = z.object({ start: z.string(), due: z.string() });'],
    ['shared/boards/a.ts', "for (const key of ['start', 'due'] as const) work(key);"],
    ['app/boards/property/a.tsx', 'export const VIEWS = { start: View };'],
  ])('in %s, %s names it', (path, text) => {
    expect(filesNaming('start', { [path]: text })).toEqual([path]);
  });

  test.each([
    ['shared/boards/a.ts', '/** Its start. */ export const one = (period: Period) => period.start;'],
    ['server/a.ts', 'export const meeting = { start: now(), end: null };'],
    ['app/boards/a.tsx', 'export const one = <span className="start">{words[\'start\']}</span>;'],
  ])('in %s, %s is about something else', (path, text) => {
    expect(filesNaming('start', { [path]: text })).toEqual([]);
  });

  test('the page for developers lists the ten files that a new one touches', () => {
    const [, page = ''] = readFileSync('docs/guide-developers.md', 'utf8').split('## A property of a card');
    const listed = [...(page.split('```')[1]?.matchAll(/^(\S+\/\S+|\S+\.md) /gm) ?? [])].map(
      ([, path = '']) => path,
    );
    expect(page).toContain(`\n${listed.length} files: `);
    expect(listed.length).toBeLessThanOrEqual(10);
    expect(listed.filter((path) => !existsSync(path))).toEqual([]);
    const others = filesNaming('start', product).filter((path) => !listed.includes(path));
    expect(others).toEqual(OF_START);
  });
});
