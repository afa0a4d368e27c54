import type { KindName } from '../kinds.ts';
import type { MarkedText } from './marked-text.ts';

/** Something that was found, as a list of results shows it. */
export interface FoundItem {
  readonly kind: KindName;
  readonly id: string;
  /** Of a comment: what it is about. */
  readonly title: MarkedText;
  /** Empty when nothing but the title was written. */
  readonly excerpt: MarkedText;
  /** Where it stands, from outside to inside: the group, the board, the organisation of a person. */
  readonly where: readonly string[];
  /** Null for what nobody wrote there. */
  readonly author: string | null;
  readonly updatedAt: Date;
  /** Null when it has no page for this reader. */
  readonly path: string | null;
}
