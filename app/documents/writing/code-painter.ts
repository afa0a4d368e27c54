import { common, createLowlight } from 'lowlight';
import { LANGUAGES, type Language } from '#shared/documents/attribute/document-attributes.ts';

/** Html is written in the grammar of XML. */
const GRAMMARS = Object.fromEntries(
  LANGUAGES.flatMap((language) => {
    const grammar = common[language === 'html' ? 'xml' : language];
    return grammar ? [[language, grammar]] : [];
  }),
);
const known = createLowlight(GRAMMARS);

/** Longer code stays plain: its colours would cost more than they help. */
const LONGEST = 20_000;

/** A run of code that has a colour; `name` is its class. */
export interface Painted {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

type Tree = ReturnType<typeof known.highlight>['children'];

/** The coloured runs of a text in this language, places counted from its first letter. */
export function paint(language: Language, code: string): readonly Painted[] {
  if (code.length > LONGEST || !known.registered(language)) return [];
  const runs: Painted[] = [];
  let at = 0;
  const visit = (nodes: Tree, around: readonly string[]) => {
    for (const node of nodes) {
      if (node.type === 'element') visit(node.children, [...around, ...classesOf(node.properties.className)]);
      else if (node.type === 'text') {
        const from = at;
        at += node.value.length;
        if (around.length > 0) runs.push({ from, to: at, name: around.join(' ') });
      }
    }
  };
  visit(known.highlight(language, code).children, []);
  return runs;
}

function classesOf(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.map(String) : [];
}
