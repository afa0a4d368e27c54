import { excerptRef } from '../excerpt/excerpt.ts';
import type { BlockJson } from '../text/document-blocks.ts';
import { readAttrs } from './document-attributes.ts';

/** An object that a text points to. */
export interface ObjectRef {
  /** `person` and `organisation` are mentions; `document`, `board`, `group`… are links with a live title. */
  readonly kind: string;
  readonly id: string;
}

/** An object to choose from a list. */
export interface FoundObject extends ObjectRef {
  readonly name: string;
  /** What tells it from another of the same name: its group, its organisation, its department; empty without. */
  readonly detail: string;
}

/** Everything that a text points to, mentions included, each once, in order. Total. */
export function objectsOf(blocks: readonly BlockJson[]): ObjectRef[] {
  const found = new Map<string, ObjectRef>();
  const visit = (node: BlockJson) => {
    const { type, attrs, content = [] } = node;
    if (type === 'mention' || type === 'reference') {
      const { kind, id } = readAttrs(type, attrs);
      if (kind !== null && id !== null) found.set(objectKey({ kind, id }), { kind, id });
    }
    if (type === 'decision' || type === 'action') {
      const { id } = readAttrs(type, attrs);
      if (id !== null) found.set(objectKey({ kind: type, id }), { kind: type, id });
    }
    if (type === 'excerpt') {
      const ref = excerptRef(node);
      if (ref) found.set(objectKey(ref), ref);
    }
    content.forEach(visit);
  };
  blocks.forEach(visit);
  return [...found.values()];
}

/** One name for an object, for maps and addresses. */
export function objectKey({ kind, id }: ObjectRef): string {
  return `${kind}:${id}`;
}

/** How many names one request may ask for. */
export const MOST_NAMES_ASKED = 60;

/** The object of a key; null when it is none. Total. */
export function parseObjectKey(key: string): ObjectRef | null {
  const [kind = '', ...rest] = key.split(':');
  const read = readAttrs('reference', { kind, id: rest.join(':') });
  return read.kind === null || read.id === null ? null : { kind: read.kind, id: read.id };
}
