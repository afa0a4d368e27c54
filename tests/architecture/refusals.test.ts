import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { fr } from '#shared/words.fr.ts';
import { findInSource, sourceFiles } from '#tests/support/architecture/source-files.ts';

const codes = Object.keys(fr.errors);
const known = new Set(codes);

/** A text that is worked with: no type, no key of a table, and not what another text is compared with. */
function isProduced(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isLiteralTypeNode(parent) || ts.isCaseClause(parent)) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (!ts.isBinaryExpression(parent)) return true;
  return !/^[!=]==?$/.test(parent.operatorToken.getText());
}

/** What of refusals is produced at this node: a whole code, or the beginning of some, as in `boardImport.${why}`. */
function producer(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return isProduced(node) ? node.text : null;
  return ts.isTemplateHead(node) && node.text.endsWith('.') ? `${node.text}*` : null;
}

test('[H18] every refusal is given somewhere, and has French words', () => {
  const produced = new Set<string>();
  for (const path of sourceFiles(['shared', 'db', 'server', 'app'])) {
    const text = readFileSync(path, 'utf8');
    if (path.endsWith('.fr.ts') || !/['"`][a-zA-Z]+\./.test(text)) continue;
    for (const { what } of findInSource(path, producer, text)) produced.add(what);
  }
  const isGiven = (code: string) => produced.has(code) || produced.has(`${code.split('.')[0]}.*`);
  expect(codes.length).toBeGreaterThan(300);
  expect(codes.filter((code) => !isGiven(code))).toEqual([]);
  expect(codes.filter((code) => fr.errors[code as keyof typeof fr.errors].trim() === '')).toEqual([]);
});

test.each([
  ["fail('title.empty')", ['title.empty']],
  ["const given = { error: isOpen ? 'title.empty' : 'title.tooLong' };", ['title.empty', 'title.tooLong']],
  ["type Refusal = 'title.empty'; const fields = { 'title.empty': 'name' };", []],
  ["if (refusal === 'title.empty') { switch (refusal) { case 'title.empty': } }", []],
  [`fail(\`title.$\{why}\`)`, ['title.*']],
])('[H18] %s', (source, given) => {
  const found = findInSource('planted.ts', producer, source).map(({ what }) => what);
  expect(found.filter((what) => known.has(what) || what.endsWith('.*'))).toEqual(given);
});
