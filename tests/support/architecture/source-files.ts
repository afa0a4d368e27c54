import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** The rooms of docs/architecture.md that hold code. */
export const ROOMS = ['shared', 'db', 'server', 'app', 'tests'] as const;

/** One place in a file where something was found. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

/** Paths of the source files under these folders, from the root of the project. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`)).sort();
}

const trees = new Map<string, ts.SourceFile>();

/** The syntax tree of this text, each node knowing its parent. Files are read by many rules, and parsed once. */
export function parsed(path: string, text: string): ts.SourceFile {
  const known = trees.get(path);
  if (known?.text === text) return known;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  trees.set(path, source);
  return source;
}

/** Every node of a file's syntax tree for which `judge` gives a word; comments are not part of the tree. */
export function findInSource(
  path: string,
  judge: (node: ts.Node) => string | null,
  text = readFileSync(path, 'utf8'),
): Finding[] {
  const source = parsed(path, text);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const what = judge(node);
    if (what !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      findings.push({ where: `${path}:${line + 1}`, what });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}
