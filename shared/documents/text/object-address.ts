import { segment } from '#shared/kernel/address-parts.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { paths } from '#shared/paths.ts';
import type { ObjectRef } from '../attribute/document-objects.ts';

interface Address {
  write(id: string, name: string): string | null;
  read(path: string): string | null;
}

/** Of a kind whose pages stand under this address, each named by its id and title. */
const under = (root: string): Address => ({
  write: (id, title) => `${root}/${segment({ id, title })}`,
  read: (path) => {
    const [segmentOfPage, ...more] = path.startsWith(`${root}/`)
      ? path.slice(root.length + 1).split('/')
      : [];
    return more.length === 0 ? idOfSegment(segmentOfPage) : null;
  },
});

/** How the address of each kind of object is written and read. A noun that gets a page adds its line. */
const ADDRESSES = {
  document: under('/documents'),
  board: under('/tableaux'),
  card: {
    write: (id) => {
      const [board, card] = partsOf(id);
      return board && card ? paths.boardCard({ id: board }, card) : null;
    },
    read: (path) => {
      const [, segmentOfBoard, card] = /^\/tableaux\/([^/]+)\/cartes\/([\w-]{1,60})$/.exec(path) ?? [];
      const board = idOfSegment(segmentOfBoard);
      return board && card ? cardRefId(board, card) : null;
    },
  },
  group: under('/groupes'),
  decision: { write: (id) => paths.decision(id), read: under('/decisions').read },
  meeting: under('/seances'),
  resource: under('/ressources'),
  dataset: under('/donnees/jeux'),
  experiment: under('/experimentations'),
  'data-need': {
    write: (id) => {
      const [experiment, need] = partsOf(id);
      return need ? paths.experimentNeed({ id: experiment }, { id: need }) : null;
    },
    read: (path) => {
      const [, experiment, need] = /^\/experimentations\/([^/]+)\/besoins\/([^/]+)$/.exec(path) ?? [];
      const [experimentId, needId] = [idOfSegment(experiment), idOfSegment(need)];
      return experimentId && needId ? needRefId(experimentId, needId) : null;
    },
  },
  issue: under('/problematiques'),
  track: under('/donnees/standardisation'),
  call: under('/appels'),
  application: under('/candidatures'),
  mission: under('/missions'),
  adoption: under('/reprises'),
  topic: under('/discussions'),
  facilitator: under('/atd'),
  bulletin: under('/actualites'),
  event: under('/evenements'),
  newsletter: under('/lettres'),
  city: {
    write: (id) => paths.city(id),
    read: (path) => /^\/villes\/([0-9AB]{5})$/.exec(path)?.[1] ?? null,
  },
} satisfies Readonly<Record<string, Address>>;

/** Kinds that a text may point to by a link with a live title. */
export const LINKED_KINDS: readonly string[] = Object.keys(ADDRESSES);

/** A card is named by its board and itself: its id alone is only known inside its board. */
export function cardRefId(boardId: string, cardId: string): string {
  return `${boardId}/${cardId}`;
}

/** A data need is named by its experiment and itself: that is its address. */
export function needRefId(experimentId: string, needId: string): string {
  return `${experimentId}/${needId}`;
}

/** The two ids of a card or of a data need; the second is missing when it is none. */
export function partsOf(cardRef: string): readonly [string, string?] {
  const [board = '', card] = cardRef.split('/');
  return card === undefined ? [board] : [board, card];
}

/** Where an object is today; null for a kind without a page. */
export function objectAddress({ kind, id }: ObjectRef, name: string): string | null {
  const address: Address | undefined = Object.hasOwn(ADDRESSES, kind)
    ? ADDRESSES[kind as keyof typeof ADDRESSES]
    : undefined;
  return address?.write(id, name) ?? null;
}

/**
 * [D14] The object to which one of our own addresses leads; null for any other address. An address that says more (a passage, a
 * filter) is a link and stays one. Total.
 */
export function objectAtAddress(address: string, origin: string): ObjectRef | null {
  if (address.length > 2_000 || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== origin || url.search !== '' || url.hash !== '') return null;
  for (const [kind, { read }] of Object.entries(ADDRESSES)) {
    const id = read(url.pathname);
    if (id !== null) return { kind, id };
  }
  return null;
}
