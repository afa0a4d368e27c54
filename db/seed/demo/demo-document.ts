import type { BlockNode } from '#db/seed/prose.ts';
import type { GroupKey } from './groups.ts';
import type { PersonKey } from './people.ts';

/** A passage by one writer. The sections in order are the whole document. */
interface DemoSection {
  readonly by: PersonKey;
  readonly nodes: readonly BlockNode[];
}

export interface DemoDocument {
  readonly key: string;
  readonly group: GroupKey;
  readonly title: string;
  /** Whoever wrote at least one section; the first created the document. */
  readonly authors: readonly PersonKey[];
  /** ISO dates and times. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly sections: readonly DemoSection[];
}
