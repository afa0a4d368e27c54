import * as Y from 'yjs';
import { type BlockJson, DOCUMENT_FRAGMENT } from './document-blocks.ts';

/** Where our files are: `paths.file`. */
const OUR_FILE = /^\/fichiers\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** A file that a text or a card names, and the Yjs clientID that wrote the name there. */
export interface WrittenFile {
  readonly id: string;
  readonly client: number;
}

/** The server takes in no more levels than that ([R4]). */
const DEEPEST = 64;
const NAMED_BY = ['src', 'href'];

function idIn(value: unknown): string | undefined {
  return typeof value === 'string' ? OUR_FILE.exec(value)?.[1] : undefined;
}

/** Every place of a document that names a file of ours, images and attachments. Total and read-only. */
export function writtenFilesOf(doc: Y.Doc): WrittenFile[] {
  const found: WrittenFile[] = [];
  const visit = (parent: Y.XmlFragment, depth: number) => {
    for (const type of parent.toArray() as unknown[]) {
      if (!(type instanceof Y.XmlElement) || depth > DEEPEST) continue;
      for (const name of NAMED_BY) {
        const item = type._map.get(name);
        const id = item && !item.deleted ? idIn(type.getAttribute(name)) : undefined;
        if (item && id) found.push({ id, client: item.id.client });
      }
      visit(type, depth + 1);
    }
  };
  visit(doc.getXmlFragment(DOCUMENT_FRAGMENT), 1);
  return found;
}

/** Ids of the files that a text shows: images and attachments, each once, in order. Total. */
export function filesOf(blocks: readonly BlockJson[]): string[] {
  const found = new Set<string>();
  const visit = ({ attrs = {}, content = [] }: BlockJson) => {
    for (const value of [attrs.src, attrs.href]) {
      const id = idIn(value);
      if (id) found.add(id);
    }
    content.forEach(visit);
  };
  blocks.forEach(visit);
  return [...found];
}
