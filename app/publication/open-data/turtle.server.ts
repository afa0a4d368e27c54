import { DataFactory, type Quad, type Term, Writer } from 'n3';
import { type LinkedNode, type LinkedValue, PREFIXES } from '#shared/publication/open-data/catalogue.ts';

const { blankNode, literal, namedNode, quad } = DataFactory;
const TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

/** [OD3] The same nodes in Turtle (RDF 1.1). */
export function turtleOf(catalogue: LinkedNode): Promise<string> {
  const writer = new Writer({ prefixes: PREFIXES });
  writer.addQuads(quadsOf(catalogue));
  return new Promise((resolve, reject) =>
    writer.end((error, result: string) => (error ? reject(error) : resolve(result))),
  );
}

function quadsOf(root: LinkedNode): Quad[] {
  const quads = new Map<string, Quad>();
  const add = (of: Quad) => quads.set(JSON.stringify(of.toJSON()), of);
  const subjectOf = (node: LinkedNode) =>
    typeof node['@id'] === 'string' ? namedNode(node['@id']) : blankNode();

  function visit(node: LinkedNode): ReturnType<typeof subjectOf> {
    const subject = subjectOf(node);
    for (const [term, value] of Object.entries(node)) {
      if (term === '@type') add(quad(subject, TYPE, namedNode(expand(String(value)))));
      if (term.startsWith('@')) continue;
      for (const one of Array.isArray(value) ? value : [value])
        add(quad(subject, namedNode(expand(term)), objectOf(one)));
    }
    return subject;
  }

  function objectOf(value: LinkedValue): Extract<Term, Quad['object']> {
    if (typeof value !== 'object') return literal(value);
    const node = value as LinkedNode;
    if (typeof node['@value'] !== 'string') return visit(node);
    const how = node['@language'] ?? node['@type'];
    if (typeof how !== 'string') return literal(node['@value']);
    return literal(node['@value'], node['@language'] ? how : namedNode(expand(how)));
  }

  visit(root);
  return [...quads.values()];
}

function expand(term: string): string {
  const [prefix = '', name = ''] = term.split(':', 2);
  const found = Object.entries(PREFIXES).find(([known]) => known === prefix);
  if (!found) throw new Error(`the prefix of ${term} is unknown`);
  return found[1] + name;
}
