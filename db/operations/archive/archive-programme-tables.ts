import { and, isNotNull, isNull } from 'drizzle-orm';
import { auditEntries } from '../../kernel/audit/schema.ts';
import { dataNeedSteps, dataNeeds, wantedDatasets } from '../../library/need/schema.ts';
import { seasons, themes } from '../../people/group/schema.ts';
import { bulletins } from '../../programme/bulletin/schema.ts';
import { callExtensions, callForms, calls } from '../../programme/call/schema.ts';
import { eventDocuments, events } from '../../programme/event/schema.ts';
import {
  experimentDifficulties,
  experimentEfforts,
  experimentEvaluations,
  experimentLogs,
  experimentMilestones,
} from '../../programme/experiment/follow-up-schema.ts';
import {
  experimentComments,
  experimentIndicators,
  experimentIndicatorValues,
  experimentLinks,
  experimentPartners,
} from '../../programme/experiment/result-schema.ts';
import {
  experimentEvents,
  experimentOrganisations,
  experiments,
  experimentTeam,
} from '../../programme/experiment/schema.ts';
import { serviceAreas, territorialFacilitators } from '../../programme/facilitator/schema.ts';
import { localIssueCities, localIssueExperiments, localIssues } from '../../programme/local-issue/schema.ts';
import { trackOrganisations, trackSteps, tracks, trackWanted } from '../../programme/track/schema.ts';
import { newsletters } from '../../publication/newsletter/schema.ts';
import type { ArchiveTable } from './archive-tables.ts';

const all = () => undefined;

/** [OA4] What is of the programme rather than of a group: only the archive of the whole space carries it, and the trail is read only. */
export const PROGRAMME_TABLES: readonly ArchiveTable[] = [
  { name: 'experimentations', table: experiments, rows: all },
  { name: 'experimentations-organisations', table: experimentOrganisations, rows: all },
  { name: 'experimentations-equipe', table: experimentTeam, rows: all },
  { name: 'experimentations-evenements', table: experimentEvents, rows: all },
  { name: 'experimentations-jalons', table: experimentMilestones, rows: all },
  { name: 'experimentations-journal', table: experimentLogs, rows: all },
  { name: 'experimentations-moyens', table: experimentEfforts, rows: all },
  { name: 'experimentations-difficultes', table: experimentDifficulties, rows: all },
  { name: 'experimentations-evaluations', table: experimentEvaluations, rows: all },
  { name: 'experimentations-indicateurs', table: experimentIndicators, rows: all },
  { name: 'experimentations-mesures', table: experimentIndicatorValues, rows: all },
  { name: 'experimentations-commentaires', table: experimentComments, rows: all },
  { name: 'experimentations-liens', table: experimentLinks, rows: all },
  { name: 'experimentations-partenaires', table: experimentPartners, rows: all },
  { name: 'jeux-attendus', table: wantedDatasets, rows: all },
  { name: 'besoins', table: dataNeeds, rows: all },
  { name: 'besoins-etapes', table: dataNeedSteps, rows: all },
  {
    ...{ name: 'problematiques', table: localIssues, omit: ['trashedAt'] },
    rows: () => isNull(localIssues.trashedAt),
  },
  { name: 'problematiques-villes', table: localIssueCities, rows: all },
  { name: 'problematiques-experimentations', table: localIssueExperiments, rows: all },
  { name: 'chantiers', table: tracks, rows: all },
  { name: 'chantiers-phases', table: trackSteps, rows: all },
  { name: 'chantiers-organisations', table: trackOrganisations, rows: all },
  { name: 'chantiers-jeux', table: trackWanted, rows: all },
  { name: 'appels', table: calls, rows: all },
  { name: 'appels-formulaires', table: callForms, rows: all },
  { name: 'appels-reports', table: callExtensions, rows: all },
  {
    ...{ name: 'actualites', table: bulletins, omit: ['withdrawnAt'] },
    rows: () => and(isNotNull(bulletins.publishedAt), isNull(bulletins.withdrawnAt)),
  },
  { name: 'evenements', table: events, rows: () => isNotNull(events.publishedAt) },
  { name: 'evenements-documents', table: eventDocuments, rows: all },
  { name: 'lettres', table: newsletters, rows: () => isNotNull(newsletters.sentAt) },
  { name: 'animations-territoriales', table: territorialFacilitators, rows: all, omit: ['contactEmail'] },
  { name: 'animations-territoriales-zones', table: serviceAreas, rows: all },
  { name: 'journal-audit', table: auditEntries, rows: all, people: ['actorId'] },
];

/** What every archive carries, so that the group's theme is known elsewhere. */
export const COMMON_TABLES: readonly ArchiveTable[] = [
  { name: 'saisons', table: seasons, rows: all },
  { name: 'themes', table: themes, rows: all },
];
