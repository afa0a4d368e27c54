import { and, eq, inArray, isNull, notInArray, or, type SQL } from 'drizzle-orm';
import { type AnyPgColumn, type PgTable, QueryBuilder } from 'drizzle-orm/pg-core';
import type { ArchiveTableName } from '#shared/operations/archive/archive-tables.fr.ts';
import { boardFiles } from '../../boards/board-file-schema.ts';
import { boards } from '../../boards/schema.ts';
import { documentAccess, documentFiles } from '../../documents/access/schema.ts';
import { comments, commentThreads, suggestions } from '../../documents/comment/schema.ts';
import { files } from '../../documents/file/schema.ts';
import { folders } from '../../documents/folder-schema.ts';
import { documents } from '../../documents/schema.ts';
import {
  datasetChecks,
  datasetDistributions,
  datasetResources,
  datasets,
} from '../../library/dataset/schema.ts';
import {
  collectionItems,
  collections,
  resources,
  resourceThemes,
  resourceVersions,
} from '../../library/resource/schema.ts';
import { actions, decisionChanges, decisions } from '../../meetings/decision/schema.ts';
import { meetingAttendances, meetingProxies, meetingVotes, minutes } from '../../meetings/held/schema.ts';
import {
  agendaItemDocuments,
  agendaItems,
  meetingAnswers,
  meetingReminders,
  meetingSeries,
  meetings,
} from '../../meetings/meeting/schema.ts';
import { groupMembers, groupOrganisations, groups } from '../../people/group/schema.ts';
import { publications } from '../../publication/public-document/schema.ts';
import {
  sheetPhotos,
  useCaseSheetExperiments,
  useCaseSheetPublications,
  useCaseSheetSteps,
  useCaseSheets,
} from '../../publication/sheet/schema.ts';
import {
  exactTexts,
  reviewAnswers,
  reviewOrganisations,
  reviewRounds,
  signedFiles,
} from '../../reviews/schema.ts';
import { TOPIC_TABLES } from './archive-topic-tables.ts';

/** A table of the schema as an open archive carries it. */
export interface ArchiveTable {
  readonly name: ArchiveTableName;
  readonly table: PgTable;
  /** Which of its rows are of a group; of the programme, which are of it. */
  readonly rows: (groupId: string) => SQL | undefined;
  /** Columns that stay: bytes that only this database understands, keys of its store, addresses that are secrets. */
  readonly omit?: readonly string[];
  /** Columns that hold an account without a foreign key. */
  readonly people?: readonly string[];
}

const query = new QueryBuilder();
const ofGroup = (column: AnyPgColumn) => (groupId: string) => eq(column, groupId);
const live = (groupId: string) => and(eq(documents.groupId, groupId), isNull(documents.trashedAt));
const documentsOf = (groupId: string) =>
  query.select({ id: documents.id }).from(documents).where(live(groupId));
const boardsOf = (groupId: string) =>
  query
    .select({ id: boards.id })
    .from(boards)
    .where(and(eq(boards.groupId, groupId), isNull(boards.trashedAt)));
const threadsOf = (groupId: string) =>
  query
    .select({ id: commentThreads.id })
    .from(commentThreads)
    .where(
      or(
        inArray(commentThreads.documentId, documentsOf(groupId)),
        inArray(commentThreads.boardId, boardsOf(groupId)),
      ),
    );
const ofDocument = (column: AnyPgColumn) => (groupId: string) => inArray(column, documentsOf(groupId));
const resourcesOf = (groupId: string) =>
  query
    .select({ id: resources.id })
    .from(resources)
    .where(and(eq(resources.groupId, groupId), isNull(resources.trashedAt)));
const ofResource = (column: AnyPgColumn) => (groupId: string) => inArray(column, resourcesOf(groupId));
const meetingsOf = (groupId: string) =>
  query.select({ id: meetings.id }).from(meetings).where(eq(meetings.groupId, groupId));
const ofMeeting = (column: AnyPgColumn) => (groupId: string) => inArray(column, meetingsOf(groupId));
const datasetsOf = (groupId: string) =>
  query
    .select({ id: datasets.id })
    .from(datasets)
    .where(and(eq(datasets.groupId, groupId), isNull(datasets.trashedAt)));
const ofDataset = (column: AnyPgColumn) => (groupId: string) => inArray(column, datasetsOf(groupId));
const roundsOf = (groupId: string) =>
  query
    .select({ id: reviewRounds.id })
    .from(reviewRounds)
    .where(inArray(reviewRounds.documentId, documentsOf(groupId)));
const ofRound = (column: AnyPgColumn) => (groupId: string) => inArray(column, roundsOf(groupId));
const sheetsOf = (groupId: string) =>
  query
    .select({ id: useCaseSheets.id })
    .from(useCaseSheets)
    .where(inArray(useCaseSheets.documentId, documentsOf(groupId)));
const ofSheet = (column: AnyPgColumn) => (groupId: string) => inArray(column, sheetsOf(groupId));

/** [OA2] Files that something of the group shows; of those that nothing shows, the group's own. */
function filesOf(groupId: string): SQL | undefined {
  const onDocuments = query.select({ id: documentFiles.fileId }).from(documentFiles);
  const onBoards = query.select({ id: boardFiles.fileId }).from(boardFiles);
  return or(
    inArray(files.id, onDocuments.where(inArray(documentFiles.documentId, documentsOf(groupId)))),
    inArray(files.id, onBoards.where(inArray(boardFiles.boardId, boardsOf(groupId)))),
    and(
      eq(files.groupId, groupId),
      notInArray(files.id, query.select({ id: documentFiles.fileId }).from(documentFiles)),
      notInArray(files.id, query.select({ id: boardFiles.fileId }).from(boardFiles)),
    ),
  );
}

const STORE = ['storageKey'];

/** [OA2] What an archive carries of a group, what others refer to first. What is in the trash is not there. */
export const GROUP_TABLES: readonly ArchiveTable[] = [
  { name: 'groupe', table: groups, rows: ofGroup(groups.id) },
  { name: 'membres', table: groupMembers, rows: ofGroup(groupMembers.groupId) },
  { name: 'organisations-membres', table: groupOrganisations, rows: ofGroup(groupOrganisations.groupId) },
  { name: 'classeurs', table: folders, rows: ofGroup(folders.groupId) },
  { name: 'documents', table: documents, rows: live, omit: ['trashedAt', 'trashedBy'] },
  { name: 'acces-documents', table: documentAccess, rows: ofDocument(documentAccess.documentId) },
  {
    name: 'publications',
    table: publications,
    rows: ofDocument(publications.documentId),
    omit: ['blocks', 'outline', 'seq'],
  },
  {
    name: 'tableaux',
    table: boards,
    rows: (groupId) => and(eq(boards.groupId, groupId), isNull(boards.trashedAt)),
    omit: ['trashedAt', 'trashedBy'],
  },
  {
    name: 'fils',
    table: commentThreads,
    rows: (groupId) => inArray(commentThreads.id, threadsOf(groupId)),
    // Positions in a log that stays here: elsewhere a passage is found again by its words.
    omit: ['startAt', 'endAt', 'seq'],
  },
  {
    name: 'suggestions',
    table: suggestions,
    rows: (groupId) => inArray(suggestions.threadId, threadsOf(groupId)),
  },
  {
    name: 'commentaires',
    table: comments,
    rows: (groupId) => and(inArray(comments.threadId, threadsOf(groupId)), isNull(comments.deletedAt)),
    omit: ['deletedAt'],
  },
  { name: 'fichiers', table: files, rows: filesOf, omit: STORE },
  { name: 'fichiers-documents', table: documentFiles, rows: ofDocument(documentFiles.documentId) },
  {
    name: 'fichiers-tableaux',
    table: boardFiles,
    rows: (groupId) => inArray(boardFiles.boardId, boardsOf(groupId)),
  },
  {
    name: 'ressources',
    table: resources,
    rows: (groupId) => and(eq(resources.groupId, groupId), isNull(resources.trashedAt)),
    omit: ['trashedAt', 'trashedBy'],
  },
  { name: 'ressources-themes', table: resourceThemes, rows: ofResource(resourceThemes.resourceId) },
  {
    name: 'ressources-versions',
    table: resourceVersions,
    rows: ofResource(resourceVersions.resourceId),
    omit: [...STORE, 'readAt', 'hasPicture', 'readingFault'],
  },
  { name: 'collections', table: collections, rows: ofGroup(collections.groupId) },
  {
    name: 'collections-ressources',
    table: collectionItems,
    rows: ofResource(collectionItems.resourceId),
  },
  { name: 'seances-series', table: meetingSeries, rows: ofGroup(meetingSeries.groupId) },
  { name: 'seances', table: meetings, rows: ofGroup(meetings.groupId) },
  {
    name: 'seances-rappels',
    table: meetingReminders,
    rows: ofMeeting(meetingReminders.meetingId),
    // Elsewhere nothing leaves that nobody there asked for.
    omit: ['leavesAt'],
  },
  { name: 'points', table: agendaItems, rows: ofMeeting(agendaItems.meetingId) },
  {
    name: 'points-documents',
    table: agendaItemDocuments,
    rows: ofDocument(agendaItemDocuments.documentId),
  },
  { name: 'seances-reponses', table: meetingAnswers, rows: ofMeeting(meetingAnswers.meetingId) },
  { name: 'presences', table: meetingAttendances, rows: ofMeeting(meetingAttendances.meetingId) },
  { name: 'pouvoirs', table: meetingProxies, rows: ofMeeting(meetingProxies.meetingId) },
  { name: 'votes', table: meetingVotes, rows: ofMeeting(meetingVotes.meetingId) },
  {
    name: 'comptes-rendus',
    table: minutes,
    rows: (groupId) =>
      and(inArray(minutes.meetingId, meetingsOf(groupId)), inArray(minutes.documentId, documentsOf(groupId))),
    omit: ['seq'],
  },
  ...TOPIC_TABLES,
  { name: 'decisions', table: decisions, rows: ofDocument(decisions.documentId) },
  {
    name: 'decisions-effets',
    table: decisionChanges,
    rows: (groupId) =>
      inArray(
        decisionChanges.decisionId,
        query
          .select({ id: decisions.id })
          .from(decisions)
          .where(inArray(decisions.documentId, documentsOf(groupId))),
      ),
  },
  { name: 'actions', table: actions, rows: ofDocument(actions.documentId) },
  {
    name: 'jeux',
    table: datasets,
    rows: (groupId) => and(eq(datasets.groupId, groupId), isNull(datasets.trashedAt)),
    omit: ['trashedAt'],
  },
  { name: 'jeux-fichiers', table: datasetDistributions, rows: ofDataset(datasetDistributions.datasetId) },
  {
    name: 'jeux-ressources',
    table: datasetResources,
    rows: (groupId) =>
      and(
        inArray(datasetResources.datasetId, datasetsOf(groupId)),
        inArray(datasetResources.resourceId, resourcesOf(groupId)),
      ),
  },
  {
    name: 'controles',
    table: datasetChecks,
    rows: ofGroup(datasetChecks.groupId),
    omit: ['shareToken', 'schema', 'hasSchema', 'beatAt'],
  },
  {
    name: 'textes-exacts',
    table: exactTexts,
    rows: ofDocument(exactTexts.documentId),
    people: ['submittedBy'],
  },
  {
    name: 'relectures',
    table: reviewRounds,
    rows: ofDocument(reviewRounds.documentId),
    people: ['openedBy'],
  },
  {
    name: 'relectures-organisations',
    table: reviewOrganisations,
    rows: ofRound(reviewOrganisations.roundId),
  },
  {
    name: 'relectures-reponses',
    table: reviewAnswers,
    rows: ofRound(reviewAnswers.roundId),
    people: ['answeredBy'],
  },
  { name: 'relectures-fichiers', table: signedFiles, rows: ofRound(signedFiles.roundId) },
  { name: 'fiches', table: useCaseSheets, rows: ofDocument(useCaseSheets.documentId) },
  {
    name: 'fiches-experimentations',
    table: useCaseSheetExperiments,
    rows: ofSheet(useCaseSheetExperiments.sheetId),
  },
  { name: 'fiches-etapes', table: useCaseSheetSteps, rows: ofSheet(useCaseSheetSteps.sheetId) },
  { name: 'fiches-photographies', table: sheetPhotos, rows: ofSheet(sheetPhotos.sheetId) },
  {
    name: 'fiches-publications',
    table: useCaseSheetPublications,
    rows: ofSheet(useCaseSheetPublications.sheetId),
    omit: ['words'],
  },
];
