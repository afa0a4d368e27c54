import ts from 'typescript';
import { parsed } from './source-files.ts';

/** What code names: `.key`, `'key'`, `{ key }` taken out of something; and of which things it takes a part by a name that it computes. */
export interface Named {
  readonly keys: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/** Reads that from the text of the code. */
export function namedIn(texts: Iterable<string>): Named {
  const keys = new Set<string>();
  const tables = new Set<string>();
  const gather = (into: Set<string>, text: string, pattern: RegExp) => {
    for (const [, name = ''] of text.matchAll(pattern)) into.add(name);
  };
  for (const text of texts) {
    gather(keys, text, /\.([A-Za-z_]\w*)/g);
    gather(keys, text, /['"]([\w-]+)['"]/g);
    for (const [, taken = ''] of text.matchAll(/\{([^{}]*)\}\s*(?:=|:|\))/g)) gather(keys, taken, /(\w+)/g);
    gather(tables, text, /([A-Za-z_]\w*)\??\.?\[/g);
    // Handed on whole, to whoever takes a part of it.
    gather(tables, text, /[=({,]\s*\{?\s*(?:\w+\.)*([A-Za-z_]\w*)\s*\}?[,)};]/g);
  }
  return { keys, tables };
}

/** The words of this file that nothing names, whose table nothing takes a part of: « page.title ». */
export function unsaidIn(path: string, text: string, { keys, tables }: Named): string[] {
  const source = parsed(path, text);
  const unsaid: string[] = [];
  const look = (words: ts.ObjectLiteralExpression, names: readonly string[]) => {
    if (names.length > 1 && tables.has(names.at(-1) ?? '')) return;
    for (const property of words.properties) {
      if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) continue;
      const own = [...names, property.name.text];
      if (!keys.has(property.name.text)) unsaid.push(own.join('.'));
      else if (ts.isObjectLiteralExpression(property.initializer)) look(property.initializer, own);
    }
  };
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, type, initializer } of statement.declarationList.declarations) {
      // A record by codes has its type, which says who asks for which.
      const words = initializer && ts.isAsExpression(initializer) ? initializer.expression : null;
      if (!type && words && ts.isObjectLiteralExpression(words)) look(words, [name.getText()]);
    }
  }
  return unsaid;
}
