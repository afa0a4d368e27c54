import { getSchema } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import { Window } from 'happy-dom';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { documentExtensions } from '#shared/documents/text/document-schema.ts';
import { narrowSchema } from '#shared/documents/text/schema-attributes.ts';
import { trimBlocks } from './headings.ts';
import type { HtmlNode } from './html-node.ts';

const schema = narrowSchema(getSchema([...documentExtensions]));

/** A shaped tree as blocks of our schema, valid or an error: the parser of the editor itself reads it. */
export function parseTree(nodes: readonly HtmlNode[]): BlockJson[] {
  const window = new Window({
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
    } as object,
  });
  try {
    const { document } = window;
    const place = document.createElement('div');
    for (const node of nodes) place.append(built(node, document) as never);
    const parsed = DOMParser.fromSchema(schema).parse(place as unknown as globalThis.Node);
    parsed.check();
    return trimBlocks((parsed.toJSON() as BlockJson).content ?? []);
  } finally {
    void window.happyDOM.close();
  }
}

function built(node: HtmlNode, document: Window['document']): unknown {
  if (node.type === 'text') return document.createTextNode(node.value);
  const element = document.createElement(node.tagName);
  for (const [name, value] of Object.entries(node.properties)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(attributeOf(name), Array.isArray(value) ? value.join(' ') : String(value));
  }
  for (const child of node.children) element.append(built(child, document) as never);
  return element;
}

const KNOWN: Readonly<Record<string, string>> = {
  className: 'class',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  dateTime: 'datetime',
};

function attributeOf(name: string): string {
  return KNOWN[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
