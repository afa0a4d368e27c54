import { type Attribute, Extension } from '@tiptap/core';
import type { DOMOutputSpec, MarkType, Node, NodeType, Schema } from '@tiptap/pm/model';
import { ATTRIBUTES, type Attributed, readAttrs } from '../attribute/document-attributes.ts';
import { editable, type Markup } from './document-markup.ts';

type Parsers = Readonly<Record<string, (element: HTMLElement) => unknown>>;

/** The attributes of the table as Tiptap wants them; `parsers` say where each stands in an element of our own HTML. */
export function attributesOf(name: Attributed, parsers: Parsers): Record<string, Attribute> {
  return Object.fromEntries(
    Object.entries(readAttrs(name, {})).map(([attribute, initial]) => [
      attribute,
      {
        default: initial,
        rendered: false,
        parseHTML: (element: HTMLElement) => parsers[attribute]?.(element),
      },
    ]),
  );
}

/** A node as the editor draws it, from the markup that the reading view is written from. */
export function drawn(
  markup: (attrs: never) => Markup,
  name: string,
  { attrs }: { attrs: unknown },
): DOMOutputSpec {
  return editable(markup(readAttrs(name as Attributed, attrs) as never)) as unknown as DOMOutputSpec;
}

/**
 * [D9] Makes every node and mark of a schema read its attributes through the table, wherever it is created from: the shared
 * document, a paste, a command. A table cell that claims to span a billion columns would otherwise stop every browser that
 * opens it.
 */
export function narrowSchema(schema: Schema): Schema {
  for (const name of Object.keys(ATTRIBUTES)) {
    const node: NodeType | undefined = schema.nodes[name];
    const mark: MarkType | undefined = schema.marks[name];
    if (node) narrowNode(node);
    if (mark) {
      const create = mark.create.bind(mark);
      mark.create = (attrs) => create(readAttrs(name, attrs));
    }
  }
  return schema;
}

function narrowNode(type: NodeType): void {
  const create = type.create.bind(type);
  const createChecked = type.createChecked.bind(type);
  const createAndFill = type.createAndFill.bind(type);
  const read = (attrs: Node['attrs'] | null | undefined) => readAttrs(type.name, attrs);
  type.create = (attrs, content, marks) => create(read(attrs), content, marks);
  type.createChecked = (attrs, content, marks) => createChecked(read(attrs), content, marks);
  type.createAndFill = (attrs, content, marks) => createAndFill(read(attrs), content, marks);
}

/** Does it for the schema of an editor. */
export const NarrowAttributes = Extension.create({
  name: 'narrowAttributes',
  onBeforeCreate({ editor }) {
    narrowSchema(editor.schema);
  },
});
