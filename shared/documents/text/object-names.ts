import { documentBlocks } from '#shared/documents/document-blocks.fr.ts';
import { excerptFacts } from '#shared/documents/excerpt/excerpt-facts.fr.ts';
import type { DecisionState } from '#shared/meetings/decision/decision.ts';
import { type ObjectRef, objectKey } from '../attribute/document-objects.ts';
import { outcomeAnchor } from '../attribute/outcome-kind.ts';
import type { ExcerptFacts } from '../excerpt/excerpt.ts';
import { escapeText, htmlOf, type Markup, type MarkupChild } from './document-markup.ts';

/** What an object is called today, and where it is; absent for whoever may not see it. */
export interface NamedObject {
  readonly name: string;
  readonly href: string | null;
  /** Of a decision or an action. */
  readonly state?: DecisionState | 'todo' | 'done' | 'noCard';
  /** What is said beside its name: what became of a decision; of an action, who and until when. */
  readonly detail?: string;
  /** Of an action: whether this person may move its card. */
  readonly canTick?: boolean;
  /** Of an excerpt; its name is its source’s, empty for whoever may not know it. */
  readonly excerpt?: ExcerptFacts;
}

/** Names by `objectKey`. */
export type ObjectNames = Readonly<Record<string, NamedObject>>;

/** As `inline-markup.ts` writes them: text inside is escaped, so nothing that was typed can look like one. */
const POINTER =
  /<span class="(mention|reference)" data-kind="([a-z-]+)" data-id="([\w/-]+)"(?: data-label="[^"]*")?>[^<]*<\/span>/g;

/** As `block-markup.ts` writes what stands above a decision or an action. */
const OUTCOME =
  /<p class="outcome-label" data-kind="(decision|action)" data-id="([0-9a-f-]{36})">[^<]*<\/p><p class="outcome-text">/g;

/** As `block-markup.ts` writes the line under an excerpt. */
const EXCERPT = /<figcaption class="excerpt-source" data-key="([\w/-]+)">([^<]*)<\/figcaption>/g;

/** [EC2] The line of an excerpt (HTML), its source for whoever may read it, and how it stands towards it. */
function excerptLine(line: string, { name, href, excerpt }: NamedObject): string {
  if (!excerpt) return line;
  const { mode, standing, colour } = excerpt;
  const known = { class: 'excerpt-source', 'data-standing': standing, 'data-city': colour || null };
  const isVerified = standing !== 'unverified';
  const parts: MarkupChild[] = [
    ['span', {}, { raw: line }],
    ...(name === '' || href === null ? [] : [' ', ['a', { href }, name] as const]),
    ...(isVerified ? [' ', ['span', { class: 'badge' }, excerptFacts.modes[mode]] as const] : []),
  ];
  const said = excerptFacts.standings[standing];
  if (said !== '') parts.push(' ', ['span', { class: 'badge warning' }, said]);
  return htmlOf(['figcaption', known, ...parts]);
}

/** [DA1] Number and state of a decision; of an action, whether it is done, who and until when. The link is called by its text too ([H14]). */
function outcomeLabel(
  { kind, id }: ObjectRef,
  { name, href, state, detail, canTick }: NamedObject,
  isLive: boolean,
): string {
  const [own, text] = [`${outcomeAnchor(id)}-nom`, `${outcomeAnchor(id)}-texte`];
  const called: Markup =
    href === null ? ['span', {}, name] : ['a', { href, id: own, 'aria-labelledby': `${own} ${text}` }, name];
  const known = {
    class: 'outcome-label',
    'data-kind': kind,
    'data-id': id,
    'data-state': state ?? null,
    // The box itself comes with the script, without which it would do nothing.
    'data-tick': isLive && canTick ? 'oui' : null,
  };
  const said: MarkupChild[] = detail ? [' ', ['span', { class: 'outcome-detail' }, detail]] : [];
  return `${htmlOf(['p', known, called, ...said])}<p class="outcome-text" id="${text}">`;
}

/**
 * [D10] The HTML of a document with the names that its objects have today, for one reader. A link to something that this reader
 * may not see says so and nothing more; a mention keeps the name that was written. A page that follows the text (`isLive`) offers the ticks.
 */
export function nameObjects(html: string, names: ObjectNames, { isLive = false } = {}): string {
  return html
    .replace(EXCERPT, (written, id: string, line: string) => {
      const key = objectKey({ kind: 'excerpt', id });
      const object = Object.hasOwn(names, key) ? names[key] : undefined;
      return object ? excerptLine(line, object) : written;
    })
    .replace(OUTCOME, (written, kind: string, id: string) => {
      const key = objectKey({ kind, id });
      const object = Object.hasOwn(names, key) ? names[key] : undefined;
      return object ? outcomeLabel({ kind, id }, object, isLive) : written;
    })
    .replace(POINTER, (written, type: string, kind: string, id: string) => {
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
