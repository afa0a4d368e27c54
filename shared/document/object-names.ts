import { documentBlocks } from '#shared/messages/fr/document-blocks.ts';
import { escapeText, htmlOf } from './document-markup.ts';
import { objectKey } from './document-objects.ts';

/** What an object is called today, and where it is; absent for whoever may not see it. */
export interface NamedObject {
  readonly name: string;
  readonly href: string | null;
}

/** Names by `objectKey`. */
export type ObjectNames = Readonly<Record<string, NamedObject>>;

/** As `inline-markup.ts` writes them: text inside is escaped, so nothing that was typed can look like one. */
const POINTER =
  /<span class="(mention|reference)" data-kind="([a-z-]+)" data-id="([\w/-]+)"(?: data-label="[^"]*")?>[^<]*<\/span>/g;

/**
 * [D10] The HTML of a document with the names that its objects have today, for one reader. A link to something that this reader
 * may not see says so and nothing more; a mention keeps the name that was written.
 */
export function nameObjects(html: string, names: ObjectNames): string {
  return html.replace(POINTER, (written, type: string, kind: string, id: string) => {
    const key = objectKey({ kind, id });
    const object = Object.hasOwn(names, key) ? names[key] : undefined;
    if (!object) return written;
    if (type === 'mention') {
      return written.replace(/>[^<]*</, () => `>${escapeText(documentBlocks.mention(object.name))}<`);
    }
    const known = { class: type, 'data-kind': kind, 'data-id': id };
    const { name, href } = object;
    return htmlOf(href === null ? ['span', known, name] : ['a', { ...known, href }, name]);
  });
}
