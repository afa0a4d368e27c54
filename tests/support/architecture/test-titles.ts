import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { parsed } from './source-files.ts';

/** One test, or one step of a journey. */
export interface TestTitle {
  readonly path: string;
  /** Its title, after those of the groups that hold it, from the outermost. */
  readonly title: string;
  /** Left to the long ring ([H26]). */
  readonly isLong: boolean;
}

/** What opens a test or a group of them, alone or with a member: `test`, `describe.each`, `test.step`. */
const OPENERS = new Set(['test', 'describe', 'it']);

const OBJECT = ts.SyntaxKind.ObjectLiteralExpression;

/** The tests in one file; a title of `each` is given as it is written. */
export function titlesIn(path: string, text = readFileSync(path, 'utf8')): TestTitle[] {
  // A journey is long unless it, or a group of it, says otherwise; a file of tests only if its name says so.
  const isJourney = path.includes('.spec.');
  const isLongFile = path.includes('.long.test.');
  const inside = (node: ts.Node, groups: string, isOfGate: boolean): TestTitle[] => {
    const [first, second] = ts.isCallExpression(node) && OPENERS.has(root(node)) ? node.arguments : [];
    const words =
      first &&
      (ts.isStringLiteralLike(first) ? first.text : ts.isTemplateExpression(first) && first.getText());
    const isTest = typeof words === 'string';
    const title = isTest ? `${groups} ${words}`.trim() : groups;
    const isTagged = isTest && second?.kind === OBJECT && /\btag: '@gate'/.test(second.getText());
    const ofGate = isOfGate || isTagged;
    const held: TestTitle[] = [];
    ts.forEachChild(node, (child) => void held.push(...inside(child, title, ofGate)));
    return isTest && held.length === 0 ? [{ path, title, isLong: isJourney ? !ofGate : isLongFile }] : held;
  };
  return inside(parsed(path, text), '', false);
}

/** The titles of all tests and journeys. */
export function testTitles(): TestTitle[] {
  return globSync('tests/**/*.{test,spec}.{ts,tsx}')
    .sort()
    .flatMap((path) => titlesIn(path));
}

/** Numbers between brackets, as rules are quoted: `[A1]`; a link, `[A1](page.md)`, is none. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(/\[([A-Z]+\d+)\](?!\()/g)].map(([, number = '']) => number);
}

/** Controls of list A, which `docs/security.md` and `docs/reliability.md` answer, as titles quote them: `[security A36]`. */
export function controlsIn(text: string): string[] {
  return [...text.matchAll(/\[security (A\d\d)\]/g)].map(([, control = '']) => control);
}

/** The name that a chain of members and calls begins with: `test` of `test.each(rows)`. */
function root(node: ts.Expression): string {
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) || ts.isTaggedTemplateExpression(node))
    return root('tag' in node ? node.tag : node.expression);
  return ts.isIdentifier(node) ? node.text : '';
}
