import type { DomainError } from '#shared/errors.ts';
import { absentDocument } from './fr/absent-document.ts';
import { access } from './fr/access.ts';
import { accessRequest } from './fr/access-request.ts';
import { activity } from './fr/activity.ts';
import { adoption } from './fr/adoption.ts';
import { application } from './fr/application.ts';
import { applicationErrors } from './fr/application-errors.ts';
import { applicationForm } from './fr/application-form.ts';
import { assessment } from './fr/assessment.ts';
import { audit } from './fr/audit.ts';
import { bell } from './fr/bell.ts';
import { board } from './fr/board.ts';
import { boardExchange } from './fr/board-exchange.ts';
import { boardFields } from './fr/board-fields.ts';
import { boardLayouts } from './fr/board-layouts.ts';
import { boardPage } from './fr/board-page.ts';
import { boardStructure } from './fr/board-structure.ts';
import { calendar } from './fr/calendar.ts';
import { call } from './fr/call.ts';
import { callForm } from './fr/call-form.ts';
import { cardFiles } from './fr/card-files.ts';
import { cockpit } from './fr/cockpit.ts';
import { comment } from './fr/comment.ts';
import { committee } from './fr/committee.ts';
import { conversion } from './fr/conversion.ts';
import { conversionPage } from './fr/conversion-page.ts';
import { dataNeed } from './fr/data-need.ts';
import { dataset } from './fr/dataset.ts';
import { datasetCheck } from './fr/dataset-check.ts';
import { dates } from './fr/dates.ts';
import { decision } from './fr/decision.ts';
import { document } from './fr/document.ts';
import { documentAccess } from './fr/document-access.ts';
import { documentBlocks } from './fr/document-blocks.ts';
import { documentInserts } from './fr/document-inserts.ts';
import { documentMenu } from './fr/document-menu.ts';
import { organising } from './fr/document-organising.ts';
import { documentPast } from './fr/document-past.ts';
import { due } from './fr/due.ts';
import { editor } from './fr/editor.ts';
import { excerpt } from './fr/excerpt.ts';
import { experiment } from './fr/experiment.ts';
import { experimentLog } from './fr/experiment-log.ts';
import { experimentMail } from './fr/experiment-mail.ts';
import { experimentMilestone } from './fr/experiment-milestone.ts';
import { experimentPage } from './fr/experiment-page.ts';
import { experimentResult } from './fr/experiment-result.ts';
import { facilitator } from './fr/facilitator.ts';
import { file } from './fr/file.ts';
import { errorPage, frame } from './fr/frame.ts';
import { group } from './fr/group.ts';
import { history } from './fr/history.ts';
import { home } from './fr/home.ts';
import { importing } from './fr/import.ts';
import { join } from './fr/join.ts';
import { localIssue } from './fr/local-issue.ts';
import { meeting } from './fr/meeting.ts';
import { meetingHeld, votes } from './fr/meeting-held.ts';
import { member } from './fr/member.ts';
import { meetingFigures, minutes } from './fr/minutes.ts';
import { mission } from './fr/mission.ts';
import { news } from './fr/news.ts';
import { notification } from './fr/notification.ts';
import { obligations } from './fr/obligations.ts';
import { openData } from './fr/open-data.ts';
import { outside } from './fr/outside.ts';
import { people } from './fr/people.ts';
import { personalData } from './fr/personal-data.ts';
import { platformState } from './fr/platform-state.ts';
import { programme } from './fr/programme.ts';
import { programmeNeeds } from './fr/programme-needs.ts';
import { publicSite } from './fr/public-site.ts';
import { publication } from './fr/publication.ts';
import { publishedInterview } from './fr/published-interview.ts';
import { realtime } from './fr/realtime.ts';
import { resource } from './fr/resource.ts';
import { retention } from './fr/retention.ts';
import { reviewErrors } from './fr/review-errors.ts';
import { search } from './fr/search.ts';
import { sheetText } from './fr/sheet-text.ts';
import { sheetVisa } from './fr/sheet-visa.ts';
import { steering } from './fr/steering.ts';
import { synthesis } from './fr/synthesis.ts';
import { tasks } from './fr/tasks.ts';
import { territory } from './fr/territory.ts';
import { thematicDossier } from './fr/thematic-dossier.ts';
import { track } from './fr/track.ts';
import { trash } from './fr/trash.ts';
import { urgencies } from './fr/urgency.ts';
import { useCaseSheet } from './fr/use-case-sheet.ts';
import { webhook } from './fr/webhook.ts';

/** The catalogue: every French word of the product, by noun. A second language is a second folder of the same shape. */
export const fr = {
  absentDocument,
  access,
  accessRequest,
  activity,
  application,
  applicationErrors,
  applicationForm,
  assessment,
  audit,
  committee,
  bell,
  board,
  boardExchange,
  boardFields,
  boardLayouts,
  boardPage,
  facilitator,
  localIssue,
  mission,
  calendar,
  cockpit,
  cardFiles,
  boardStructure,
  conversion,
  conversionPage,
  comment,
  dataNeed,
  dataset,
  datasetCheck,
  dates,
  decision,
  document,
  documentAccess,
  documentBlocks,
  documentInserts,
  documentPast,
  documentMenu,
  due,
  editor,
  experiment,
  experimentLog,
  experimentMail,
  experimentMilestone,
  experimentPage,
  experimentResult,
  file,
  frame,
  errorPage,
  group,
  history,
  home,
  importing,
  join,
  meeting,
  meetingFigures,
  meetingHeld,
  minutes,
  votes,
  member,
  news,
  notification,
  obligations,
  openData,
  organising,
  outside,
  people,
  personalData,
  retention,
  platformState,
  programme,
  programmeNeeds,
  publication,
  publicSite,
  publishedInterview,
  thematicDossier,
  realtime,
  resource,
  search,
  sheetText,
  sheetVisa,
  steering,
  synthesis,
  tasks,
  territory,
  track,
  trash,
  urgencies,
  useCaseSheet,
  webhook,
  errors: {
    ...access.errors,
    ...applicationErrors,
    ...group.errors,
    ...people.errors,
    ...personalData.errors,
    ...retention.errors,
    ...member.errors,
    ...join.errors,
    ...board.errors,
    ...mission.errors,
    ...reviewErrors,
    ...facilitator.errors,
    ...localIssue.errors,
    ...document.errors,
    ...documentAccess.errors,
    ...accessRequest.errors,
    ...organising.errors,
    ...conversion.errors,
    ...comment.errors,
    ...comment.suggestionErrors,
    ...history.errors,
    ...importing.errors,
    ...calendar.errors,
    ...meeting.errors,
    ...meetingHeld.errors,
    ...boardExchange.errors,
    ...assessment.errors,
    ...committee.errors,
    ...outside.errors,
    ...webhook.errors,
    ...resource.errors,
    ...search.errors,
    ...decision.errors,
    ...excerpt.errors,
    ...dataNeed.errors,
    ...track.errors,
    ...publishedInterview.errors,
    ...thematicDossier.errors,
    ...obligations.errors,
    ...useCaseSheet.errors,
    ...adoption.errors,
    ...dataset.errors,
    ...call.errors,
    ...callForm.errors,
    ...datasetCheck.refusals,
    ...experiment.errors,
    ...steering.errors,
    ...synthesis.errors,
  } satisfies Record<DomainError, string>,
} as const;
