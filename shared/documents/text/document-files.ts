import type { BlockJson } from './document-blocks.ts';

/** Where our files are: `paths.file`. */
const OUR_FILE = /^\/fichiers\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Ids of the files that a text shows: images and attachments, each once, in order. Total. */
export function filesOf(blocks: readonly BlockJson[]): string[] {
  const found = new Set<string>();
  const visit = ({ attrs = {}, content = [] }: BlockJson) => {
    for (const value of [attrs.src, attrs.href]) {
      const id = typeof value === 'string' ? OUR_FILE.exec(value)?.[1] : undefined;
      if (id) found.add(id);
    }
    content.forEach(visit);
  };
  blocks.forEach(visit);
  return [...found];
}
