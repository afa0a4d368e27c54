import type { BlockNode } from '../builders/prose.ts';

/** A document that somebody begins with: a structure, and in it what to write where. */
export interface Template {
  /** As scripts name it (`template` of the outside contract). */
  readonly key: string;
  readonly name: string;
  /** When to choose it. */
  readonly description: string;
  readonly blocks: readonly BlockNode[];
}
