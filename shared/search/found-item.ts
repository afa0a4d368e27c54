import { partsOf } from '../documents/text/object-address.ts';
import { paths } from '../paths.ts';
import type { MarkedText } from './marked-text.ts';
import type { SearchKind } from './search-kinds.ts';

/** Something that was found, as a list of results shows it. */
export interface FoundItem {
  readonly kind: SearchKind;
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

/** What leads to an object, whatever its kind. */
export interface ObjectPlace {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly documentId: string | null;
  readonly boardId: string | null;
  readonly threadId: string | null;
  readonly cardId: string | null;
  /** Of a person: a group that the reader shares with them. */
  readonly sharedGroupId: string | null;
  /** Of an organisation: the city whose page names it. */
  readonly cityCode: string | null;
}

/** Where what was found is read. */
export function addressOfFound(place: ObjectPlace): string | null {
  const { kind, id, title } = place;
  if (kind === 'comment') return threadAddress(place);
  if (kind === 'document') return paths.document({ id, title });
  if (kind === 'decision') return paths.decision(id);
  if (kind === 'meeting') return paths.meeting({ id, title });
  if (kind === 'resource') return paths.resource({ id, title });
  if (kind === 'dataset') return paths.dataset({ id, title });
  if (kind === 'board') return paths.board({ id, title });
  if (kind === 'group') return paths.group({ id, title });
  if (kind === 'city') return paths.city(id);
  if (kind === 'organisation') return place.cityCode && paths.city(place.cityCode);
  if (kind === 'person') return place.sharedGroupId && paths.groupMembers({ id: place.sharedGroupId });
  const [board, card] = partsOf(id);
  return card ? paths.boardCard({ id: board }, card) : null;
}

function threadAddress({ documentId, boardId, cardId, threadId }: ObjectPlace): string | null {
  const about = documentId
    ? paths.document({ id: documentId })
    : boardId && cardId
      ? paths.boardCard({ id: boardId }, cardId)
      : null;
  return about && `${about}?fil=${threadId}`;
}
