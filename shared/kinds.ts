import { partsOf } from './documents/text/object-address.ts';
import type { GroupAction } from './kernel/access/access.ts';
import { keysOf } from './kernel/keys.ts';
import { paths } from './paths.ts';
import { bulletinPaths } from './programme/bulletin/bulletin-paths.ts';
import { eventPaths } from './programme/event/event-paths.ts';
import { programmePaths } from './programme/programme-paths.ts';
import { topicPaths } from './programme/topic/topic-paths.ts';
import { adoptionPaths } from './publication/adoption/adoption-paths.ts';
import { newsletterPaths } from './publication/newsletter/newsletter-paths.ts';

/** What leads to an object, whatever its kind. */
export interface ObjectPlace {
  readonly id: string;
  readonly title: string;
  readonly documentId: string | null;
  readonly boardId: string | null;
  /** What it is a part of: of a comment, its thread. */
  readonly parentId: string | null;
  readonly cardId: string | null;
  /** Of a person: a group that the reader shares with them. */
  readonly sharedGroupId: string | null;
  /** Of an organisation: the city whose page names it. */
  readonly cityCode: string | null;
}

/** [KI1] What the platform knows of a kind of object. */
export interface Kind {
  readonly one: string;
  readonly many: string;
  /** Where one is read; null when it has no page for this reader. */
  readonly path: (place: ObjectPlace) => string | null;
  /** The right by which a group’s own are read; null where the noun itself says who reads it. */
  readonly right: GroupAction | null;
  /** It is as it is, whenever it was last written. */
  readonly isUndated?: true;
}

/** Every kind of object that has a page, in the order in which lists tell them apart. What has none is found as a part of one of these. */
export const KINDS = {
  document: { one: 'Document', many: 'Documents', right: 'document.read', path: paths.document },
  card: { one: 'Carte', many: 'Cartes', right: 'board.read', path: ({ id }) => cardPath(id) },
  decision: {
    ...{ one: 'Décision', many: 'Décisions', right: 'decision.read' },
    path: ({ id }) => paths.decision(id),
  },
  meeting: { one: 'Séance', many: 'Séances', right: 'meeting.read', path: paths.meeting },
  experiment: {
    ...{ one: 'Expérimentation', many: 'Expérimentations', right: null },
    path: programmePaths.experiment,
  },
  log: {
    ...{ one: 'Mois de journal', many: 'Mois de journal', right: null },
    path: ({ id }) => programmePaths.experimentLog({ id: partsOf(id)[0] }, partsOf(id)[1]),
  },
  issue: { one: 'Problématique', many: 'Problématiques', right: null, path: programmePaths.localIssue },
  interview: {
    ...{ one: 'Entretien', many: 'Entretiens', right: null },
    path: ({ id }) => programmePaths.heard(id),
  },
  note: {
    ...{ one: 'Note de veille', many: 'Notes de veille', right: null },
    path: ({ id }) => programmePaths.heard(id),
  },
  'data-need': {
    ...{ one: 'Besoin de données', many: 'Besoins de données', right: null },
    path: ({ id }) => paths.experimentNeed({ id: partsOf(id)[0] }, { id: partsOf(id)[1] ?? '' }),
  },
  resource: { one: 'Ressource', many: 'Ressources', right: 'resource.read', path: paths.resource },
  dataset: {
    ...{ one: 'Jeu de données', many: 'Jeux de données', right: 'dataset.read' },
    path: paths.dataset,
  },
  track: { one: 'Chantier', many: 'Chantiers', right: null, path: programmePaths.track },
  call: { one: 'Appel à projets', many: 'Appels à projets', right: null, path: programmePaths.call },
  application: { one: 'Candidature', many: 'Candidatures', right: null, path: programmePaths.application },
  mission: { one: 'Mission', many: 'Missions', right: null, path: (place) => programmePaths.mission(place) },
  adoption: { one: 'Reprise', many: 'Reprises', right: null, path: adoptionPaths.adoption },
  bulletin: { one: 'Actualité', many: 'Actualités', right: null, path: bulletinPaths.bulletin },
  event: { one: 'Événement', many: 'Événements', right: null, path: eventPaths.event },
  newsletter: {
    ...{ one: 'Lettre d’information', many: 'Lettres d’information', right: null },
    path: newsletterPaths.newsletter,
  },
  topic: { one: 'Discussion', many: 'Discussions', right: null, path: topicPaths.topic },
  comment: { one: 'Commentaire', many: 'Commentaires', right: 'document.read', path: threadPath },
  board: { one: 'Tableau', many: 'Tableaux', right: 'board.read', path: paths.board },
  group: { one: 'Groupe', many: 'Groupes', right: 'group.read', path: paths.group, isUndated: true },
  person: {
    ...{ one: 'Personne', many: 'Personnes', right: null, isUndated: true },
    path: ({ sharedGroupId }) => sharedGroupId && paths.groupMembers({ id: sharedGroupId }),
  },
  organisation: {
    ...{ one: 'Organisme', many: 'Organismes', right: null, isUndated: true },
    path: ({ cityCode }) => cityCode && paths.city(cityCode),
  },
  facilitator: {
    ...{ one: 'Animation territoriale', many: 'Animations territoriales', right: null },
    path: programmePaths.facilitator,
  },
  city: { one: 'Ville', many: 'Villes', right: null, isUndated: true, path: ({ id }) => paths.city(id) },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
export const KIND_NAMES = keysOf(KINDS);

/** The kind of this name; null when there is none. */
export function kindOf(name: string | null | undefined): KindName | null {
  return KIND_NAMES.find((kind) => kind === name) ?? null;
}

/** Rights that somebody needs in a group to find what it holds; every role that has one has all of them. */
export const READING_RIGHTS: readonly GroupAction[] = [
  ...new Set(Object.values(KINDS).flatMap(({ right }) => right ?? [])),
];

function cardPath(id: string): string | null {
  const [board, card] = partsOf(id);
  return card ? paths.boardCard({ id: board }, card) : null;
}

function threadPath({ documentId, boardId, cardId, parentId }: ObjectPlace): string | null {
  const about = documentId
    ? paths.document({ id: documentId })
    : boardId && cardId
      ? paths.boardCard({ id: boardId }, cardId)
      : null;
  return about && `${about}?fil=${parentId}`;
}
