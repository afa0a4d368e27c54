import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { FACT_KEYS, type FactKey } from '#shared/programme/experiment/experiment-facts.ts';
import { parsed } from '#tests/support/architecture/source-files.ts';

/** What a fact takes that is no more than one. */
const MOST = 10;

/** Facts that are more than that, and what they take; these bounds only shrink. */
const NEEDED: Partial<Record<FactKey, number>> = {
  // What pages, crumbs and links call it; milestones have one too.
  title: Number.POSITIVE_INFINITY,
  // Months and milestones are counted from the two days.
  startsOn: 17,
  endsOn: 13,
};

/** Where experiments are; elsewhere the same words are of other objects. */
const FILES = globSync([
  '{shared,db,server,app}/programme/experiment/**/*.{ts,tsx}',
  'db/seed/demo/{demo-experiment,experiments/shade}.ts',
  'db/seed/install/experiments.ts',
  'shared/operations/archive/archive-fields.fr.ts',
]);

/** The names of properties that this source declares, gives, reads or takes apart. */
function propertiesIn(path: string, text: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) names.add(node.name.text);
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent))
      names.add((node.propertyName ?? node.name).getText());
    else if (ts.isObjectLiteralElement(node) || ts.isTypeElement(node)) names.add(node.name?.getText() ?? '');
    ts.forEachChild(node, visit);
  };
  visit(parsed(path, text));
  return names;
}

/** The facts that more files name than they may. */
function faultsOf(files: readonly (readonly [path: string, text: string])[]): string[] {
  const named = files.map(([path, text]) => propertiesIn(path, text));
  return FACT_KEYS.flatMap((key) => {
    const [count, most] = [named.filter((names) => names.has(key)).length, NEEDED[key] ?? MOST];
    return count > most ? [`${key}: ${count} files, at most ${most}`] : [];
  });
}

const files = FILES.map((path) => [path, readFileSync(path, 'utf8')] as const);

test('[H30] a fact of an experiment is named in few files of the product', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(faultsOf(files)).toEqual([]);
});

test('[H30] a fact that ever more files name is seen, however they do', () => {
  const ways = [
    'form.summary',
    '({ summary: 1 })',
    'const { summary } = form',
    'type Form = { readonly summary: string }',
    '({ ...form, summary })',
  ];
  const planted = ways.map((text, rank) => [`planted-${rank}.ts`, text] as const);
  expect(faultsOf([...files, ...planted])).toEqual([
    expect.stringMatching(/^summary: \d+ files, at most 10$/),
  ]);
  const unsaid = [['planted-none.ts', "const summary = 'summary'; summary.trim()"] as const];
  expect(faultsOf([...files, ...unsaid])).toEqual([]);
});
