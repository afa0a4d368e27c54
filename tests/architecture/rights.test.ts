import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { findInSource, sourceFiles } from '#tests/support/architecture/source-files.ts';

/** A function that others may ask, named as a question about what is allowed. */
function permission(node: ts.Node): string | null {
  if (!ts.isFunctionDeclaration(node) || !node.name) return null;
  const isExported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return isExported && /^(?:can|may)[A-Z]/.test(node.name.text) ? node.name.text : null;
}

const isWords = (path: string) => path.endsWith('.fr.ts');
const isRights = (path: string) => path === 'shared/kernel/access/access.ts' || path.endsWith('-access.ts');

/** About a moment or about visas, not about a person. */
const OF_NOBODY = [
  'shared/people/reminder/reminder.ts: mayRemind',
  'shared/publication/sheet/visa.ts: mayPublish',
];
/** Rights that stand elsewhere: to be brought to the file of their noun. */
const LEFT = ['shared/documents/comment/comment.ts: mayResolve'];

test('[A12] who may do what with an object is said in one file of its noun, built on the roles of access.ts', () => {
  const files = sourceFiles(['shared']).filter((path) => path.endsWith('-access.ts') && !isWords(path));
  expect(files.length).toBeGreaterThan(10);
  const strays = files.filter((path) => {
    const noun = basename(dirname(path)).replace(/s$/, '');
    return dirname(path) === 'shared' || !basename(path).startsWith(noun.split('-')[0] ?? noun);
  });
  // The committee decides on applications in their assessment.
  expect(strays).toEqual(['shared/programme/assessment/committee-access.ts']);
});

test('[A12] nothing else says what somebody may', () => {
  const elsewhere = sourceFiles(['shared'])
    .filter((path) => !isRights(path) && /\bfunction (?:can|may)[A-Z]/.test(readFileSync(path, 'utf8')))
    .flatMap((path) => findInSource(path, permission).map(({ what }) => `${path}: ${what}`));
  expect(elsewhere.toSorted()).toEqual([...OF_NOBODY, ...LEFT].toSorted());
  expect(
    findInSource('planted.ts', permission, 'export function canThrow(role: Role) { return role; }'),
  ).toMatchObject([{ what: 'canThrow' }]);
});
