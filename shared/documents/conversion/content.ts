/** How programs read and write the text of a document. */
export const CONTENT_FORMATS = ['markdown', 'json'] as const;
export type ContentFormat = (typeof CONTENT_FORMATS)[number];

/** A text in one of them: the other is null. `content` are nodes of Tiptap. */
export interface ContentText<Node> {
  readonly markdown: string | null;
  readonly content: readonly Node[] | null;
}

/** A state of the text of a document: of which one, its generation ([K4]) and the number of its last update in it. */
export interface ContentBase {
  readonly documentId: string;
  readonly epoch: number;
  readonly seq: number;
}

/** [WC1] The name of a state, for whoever writes against it. */
export function baseName({ documentId, epoch, seq }: ContentBase): string {
  return `${documentId.slice(0, 8)}.${epoch}.${seq}`;
}

/** The state of this document that has this name; null for a name that is none of its own. */
export function readBase(name: string, documentId: string): ContentBase | null {
  const [epoch, seq] = (/^[\da-f]{8}\.(\d{1,9})\.(\d{1,15})$/.exec(name) ?? []).slice(1).map(Number);
  if (epoch === undefined || seq === undefined) return null;
  const base = { documentId, epoch, seq };
  return baseName(base) === name ? base : null;
}

/** Why a text is not read, or not written, for a program. */
export type ContentError =
  | 'content.frozen'
  | 'content.baseMissing'
  | 'content.baseGone'
  | 'content.unreadable'
  | 'content.headingAbsent'
  | 'content.headingTwice'
  | 'content.tooLarge';
