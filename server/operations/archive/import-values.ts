import { FILE_KINDS } from '#shared/documents/attribute/document-attributes.ts';
import { SUGGESTION_STATES } from '#shared/documents/comment/comment.ts';
import { DOCUMENT_ROLES, VISIBILITIES } from '#shared/documents/document-access.ts';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import {
  ACCESS_STATUSES,
  DATASET_VISIBILITIES,
  FREQUENCIES,
  LICENCES,
  PRODUCER_KINDS,
} from '#shared/library/dataset/dataset.ts';
import {
  LANGUAGES,
  RESOURCE_KINDS,
  LICENCES as RESOURCE_LICENCES,
} from '#shared/library/resource/resource.ts';
import { CHANGE_KINDS } from '#shared/meetings/decision/decision.ts';
import { ATTENDANCE_MODES, PRESENCES } from '#shared/meetings/held/attendance.ts';
import { QUORUMS, VOTE_BY } from '#shared/meetings/held/vote.ts';
import { ANSWERS } from '#shared/meetings/meeting/answer.ts';
import { REMINDER_KINDS } from '#shared/meetings/meeting/reminder.ts';
import { FREQUENCIES as SERIES } from '#shared/meetings/meeting/series.ts';
import type { ArchiveTableName } from '#shared/operations/archive/archive-tables.fr.ts';
import { JOININGS } from '#shared/people/member/joining.ts';

type Values = Readonly<Record<string, readonly string[]>>;

/** [OA8] The values that fields may have where pages count on them: others refuse the archive. */
export const FIELD_VALUES: Readonly<Partial<Record<ArchiveTableName, Values>>> = {
  groupe: { joining: JOININGS },
  membres: { role: GROUP_ROLES },
  'organisations-membres': { role: GROUP_ROLES },
  documents: { visibility: VISIBILITIES },
  'acces-documents': { role: DOCUMENT_ROLES },
  suggestions: { state: SUGGESTION_STATES },
  ressources: {
    kind: RESOURCE_KINDS,
    licence: RESOURCE_LICENCES,
    language: LANGUAGES,
    visibility: ['group', 'programme'],
  },
  'ressources-versions': { kind: FILE_KINDS },
  'seances-series': { frequency: SERIES },
  seances: { status: ['planned', 'cancelled', 'held'] },
  'seances-rappels': { kind: REMINDER_KINDS },
  points: { status: ['proposed', 'accepted'] },
  'seances-reponses': { answer: ANSWERS },
  presences: { presence: PRESENCES, mode: ATTENDANCE_MODES },
  votes: { by: VOTE_BY, quorum: QUORUMS },
  'comptes-rendus': { status: ['draft', 'submitted', 'approved'] },
  'decisions-effets': { kind: CHANGE_KINDS },
  jeux: {
    producerKind: PRODUCER_KINDS,
    accessStatus: ACCESS_STATUSES,
    licence: LICENCES,
    frequency: FREQUENCIES,
    visibility: DATASET_VISIBILITIES,
  },
};

type Owners = Readonly<Record<string, ArchiveTableName>>;

/** [OA7] What is brought in of a group, in this order, and whose each row is: what belongs to what is there already stays out. */
export const IMPORT_ORDER: readonly (readonly [ArchiveTableName, Owners])[] = [
  ['groupe', {}],
  ['membres', { groupId: 'groupe' }],
  ['organisations-membres', { groupId: 'groupe' }],
  ['classeurs', {}],
  ['documents', {}],
  ['acces-documents', { documentId: 'documents' }],
  ['tableaux', {}],
  ['fils', { documentId: 'documents', boardId: 'tableaux' }],
  ['suggestions', { threadId: 'fils' }],
  ['commentaires', { threadId: 'fils' }],
  ['jeux', {}],
  ['fichiers', {}],
  ['fichiers-documents', { documentId: 'documents' }],
  ['fichiers-tableaux', { boardId: 'tableaux' }],
  ['ressources', {}],
  ['ressources-themes', { resourceId: 'ressources' }],
  ['ressources-versions', { resourceId: 'ressources' }],
  ['collections', {}],
  ['collections-ressources', { collectionId: 'collections' }],
  ['seances-series', {}],
  ['seances', {}],
  ['seances-rappels', { meetingId: 'seances' }],
  ['points', { meetingId: 'seances' }],
  ['points-documents', { itemId: 'points' }],
  ['seances-reponses', { meetingId: 'seances' }],
  ['presences', { meetingId: 'seances' }],
  ['pouvoirs', { meetingId: 'seances' }],
  ['votes', { meetingId: 'seances' }],
  ['comptes-rendus', { meetingId: 'seances' }],
  ['decisions', { documentId: 'documents' }],
  ['decisions-effets', { decisionId: 'decisions' }],
  ['actions', { documentId: 'documents' }],
  ['jeux-fichiers', { datasetId: 'jeux' }],
  ['jeux-ressources', { datasetId: 'jeux' }],
];

/** [OA7] What an archive carries as a proof or as a record of elsewhere: read, never replayed. */
export const READ_ONLY: readonly ArchiveTableName[] = [
  'publications',
  'controles',
  'textes-exacts',
  'relectures',
  'relectures-organisations',
  'relectures-reponses',
  'relectures-fichiers',
  'fiches',
  'fiches-experimentations',
  'fiches-etapes',
  'fiches-publications',
];
