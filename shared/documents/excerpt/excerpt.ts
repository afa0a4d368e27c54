import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import type { BlockJson } from '../text/document-blocks.ts';
import { normalBlocks } from '../text/normal-blocks.ts';

/** Whether an excerpt follows its source, or stays as it was accepted. */
export const EXCERPT_MODES = ['live', 'frozen'] as const;
export type ExcerptMode = (typeof EXCERPT_MODES)[number];

/** How an excerpt stands towards its source, for one reader. */
export const EXCERPT_STANDINGS = [
  /** It says what the source says. */
  'current',
  /** The source says something else by now. */
  'changed',
  /** It does, and what is here was kept all the same. */
  'kept',
  /** The passage is no longer in the source. */
  'gone',
  /** The source was withdrawn from publication. */
  'withdrawn',
  /** It is in the trash, or was deleted. */
  'deleted',
  /** This reader may not read it. */
  'hidden',
  /** Words and line are not those that the server gave: anybody may have written them. */
  'unverified',
] as const;
export type ExcerptStanding = (typeof EXCERPT_STANDINGS)[number];

/** What is known of an excerpt beside its words. */
export interface ExcerptFacts {
  readonly mode: ExcerptMode;
  readonly standing: ExcerptStanding;
  /** The number of the colour of the organisation that wrote most of it; 0 for none. */
  readonly colour: number;
}

/** An excerpt as a text holds it. */
export interface Excerpt {
  /** Cities, people and day, in words. */
  readonly source: string | null;
  readonly content: readonly BlockJson[];
}

/** [EC2] The SHA-256 of what an excerpt says, in hexadecimal: its line and its words, however they are stored. */
export function excerptSha({ source, content }: Excerpt): string {
  return shaOf({ source, content: normalBlocks(content) });
}

/** The same of its words alone. */
export function wordsSha(content: readonly BlockJson[]): string {
  return shaOf(normalBlocks(content));
}

/** An excerpt as an object: its id and the SHA-256 of what it says, with a slash between them. */
export interface ExcerptRef {
  readonly kind: 'excerpt';
  readonly id: string;
}

const refs = new WeakMap<object, ExcerptRef | null>();

/** [EC2] The object that the block of an excerpt is, as it stands: its id and what it says; null without an id. */
export function excerptRef(block: BlockJson): ExcerptRef | null {
  const known = refs.get(block);
  if (known !== undefined) return known;
  const { id, source } = readAttrs('excerpt', block.attrs);
  const sha = id === null ? '' : excerptSha({ source, content: block.content ?? [] });
  const ref = id === null ? null : { kind: 'excerpt' as const, id: `${id}/${sha}` };
  refs.set(block, ref);
  return ref;
}

function shaOf(value: unknown): string {
  return toHexString(digest(encodeUtf8(canonicalJson(value))));
}
