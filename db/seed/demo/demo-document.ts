import type { BlockNode } from '#db/seed/builders/prose.ts';
import type { ExcerptMode } from '#shared/documents/excerpt/excerpt.ts';
import type { GroupKey } from './groups.ts';
import type { SpaceKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** A passage by one writer. The sections in order are the whole document. */
interface DemoSection {
  readonly by: PersonKey;
  readonly nodes: readonly BlockNode[];
}

/** A passage of a document that was installed before, quoted at the end. */
export interface DemoQuote {
  readonly by: PersonKey;
  readonly document: string;
  /** Words of the one block that is quoted. */
  readonly words: string;
  readonly mode: ExcerptMode;
  readonly at: string;
}

/** A discussion of some words of a document. */
export interface DemoThread {
  readonly by: PersonKey;
  /** Words that stand in one paragraph, the first time they do. */
  readonly quote: string;
  readonly createdAt: string;
  readonly said: readonly {
    readonly by: PersonKey;
    readonly at: string;
    readonly text: string;
    readonly names?: readonly PersonKey[];
  }[];
  /** A suggestion: what is to stand in their place. */
  readonly proposed?: string;
  readonly resolvedBy?: PersonKey;
}

export interface DemoDocument {
  readonly key: string;
  readonly group: GroupKey | SpaceKey;
  readonly title: string;
  /** Whoever wrote at least one section; the first created the document. */
  readonly authors: readonly PersonKey[];
  /** ISO dates and times. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sections: readonly DemoSection[];
  readonly threads?: readonly DemoThread[];
  /** Under its last section. */
  readonly quotes?: readonly DemoQuote[];
  /** Name of the folder of its group where it stands; at the top without. */
  readonly folder?: string;
  /** Who published it, and when: what it says at the end of the story. */
  readonly published?: { readonly by: PersonKey; readonly at: string };
}
