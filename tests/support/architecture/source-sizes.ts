import ts from 'typescript';
import { parsed } from './source-files.ts';

/** A function that has a name, and how many lines it takes. */
export interface NamedFunction {
  readonly name: string;
  readonly lines: number;
  readonly isComponent: boolean;
}

/**
 * The functions with a name of their own in one file: declared, held by a constant, or a method. What stands inside another
 * one counts in both. Of two with one name the longer is told.
 */
export function namedFunctionsIn(path: string, text: string): NamedFunction[] {
  const source = parsed(path, text);
  const found = new Map<string, NamedFunction>();
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name !== null) {
      const lines = lineAt(node.getEnd()) - lineAt(node.getStart(source)) + 1;
      const isComponent = path.endsWith('.tsx') && /^[A-Z]/.test(name);
      if (lines > (found.get(name)?.lines ?? 0)) found.set(name, { name, lines, isComponent });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found.values()];
}

function nameOf(node: ts.Node): string | null {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? 'default';
  if (ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node))
    return ts.isConstructorDeclaration(node) ? 'constructor' : node.name.getText();
  if (!isFunction(node)) return null;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent))
    return parent.name.getText();
  // A callback that a wrapper takes, as in `const Card = memo(function …)` or `forwardRef((…) => …)`.
  return ts.isFunctionExpression(node) ? (node.name?.text ?? null) : null;
}

const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** How many entries each folder has that these paths, of files, go through. */
export function folderSizes(paths: readonly string[]): Record<string, number> {
  const entries = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      const inside = entries.get(folder) ?? new Set<string>();
      entries.set(folder, inside.add(parts[depth] ?? ''));
    }
  }
  return Object.fromEntries([...entries].map(([folder, { size }]) => [folder, size]));
}

/**
 * What is wrong with a list of exceptions that may only shrink: `measured` are all things with their size, `listed` those that
 * may be larger than `limitOf` says, each with the size that it may not pass.
 */
export function shrinkingFaults(
  measured: Readonly<Record<string, number>>,
  listed: Readonly<Record<string, number>>,
  limitOf: (name: string) => number,
): string[] {
  const tooLarge = Object.entries(measured).flatMap(([name, size]) => {
    const allowed = listed[name] ?? limitOf(name);
    return size > allowed ? [`${name}: ${size}, at most ${allowed}`] : [];
  });
  const stale = Object.keys(listed).flatMap((name) => {
    const now = measured[name];
    if (now === undefined) return [`${name}: listed, and gone`];
    return now <= limitOf(name) ? [`${name}: ${now}, to be taken off the list`] : [];
  });
  return [...tooLarge, ...stale];
}
