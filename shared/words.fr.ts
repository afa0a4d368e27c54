import type { DomainError } from '#shared/errors.ts';
import { board } from './boards/board.fr.ts';
import { boardFields } from './boards/board-fields.fr.ts';
import { boardLayouts } from './boards/board-layouts.fr.ts';
import { boardPage } from './boards/board-page.fr.ts';
import { boardStructure } from './boards/board-structure.fr.ts';
import { due } from './boards/card/due.fr.ts';
import { boardExchange } from './boards/exchange/board-exchange.fr.ts';
import { cardFiles } from './boards/file/card-files.fr.ts';
import { tasks } from './boards/task/tasks.fr.ts';
import { urgencies } from './boards/task/urgency.fr.ts';
import { absentDocument } from './documents/access/absent-document.fr.ts';
import { accessRequest } from './documents/access/access-request.fr.ts';
import { documentAccess } from './documents/access/document-access.fr.ts';
import { comment } from './documents/comment/comment.fr.ts';
import { conversion } from './documents/conversion/conversion.fr.ts';
import { conversionPage } from './documents/conversion/conversion-page.fr.ts';
import { importing } from './documents/conversion/import.fr.ts';
import { document } from './documents/document.fr.ts';
import { documentBlocks } from './documents/document-blocks.fr.ts';
import { documentMenu } from './documents/document-menu.fr.ts';
import { documentPast } from './documents/document-past.fr.ts';
import { editor } from './documents/editor/editor.fr.ts';
import { editorDialogs } from './documents/editor/editor-dialogs.fr.ts';
import { editorFind } from './documents/editor/editor-find.fr.ts';
import { editorInsertions } from './documents/editor/editor-insertions.fr.ts';
import { excerpt } from './documents/excerpt/excerpt.fr.ts';
import { history } from './documents/history/history.fr.ts';
import { documentInsertions } from './documents/insert/document-insertions.fr.ts';
import { documentInserts } from './documents/insert/document-inserts.fr.ts';
import { organising } from './documents/list/document-organising.fr.ts';
import { trash } from './documents/trash/trash.fr.ts';
import { access } from './kernel/access/access.fr.ts';
import { audit } from './kernel/audit/audit.fr.ts';
import { dates } from './kernel/dates.fr.ts';
import { file } from './kernel/file/file.fr.ts';
import { errorPage, frame } from './kernel/frame.fr.ts';
import { outside } from './kernel/outside/outside.fr.ts';
import { dataset } from './library/dataset/dataset.fr.ts';
import { datasetCheck } from './library/dataset/dataset-check.fr.ts';
import { dataNeed } from './library/need/data-need.fr.ts';
import { programmeNeeds } from './library/need/programme-needs.fr.ts';
import { resource } from './library/resource/resource.fr.ts';
import { calendar } from './meetings/calendar/calendar.fr.ts';
import { datePoll } from './meetings/date-poll/date-poll.fr.ts';
import { decision } from './meetings/decision/decision.fr.ts';
import { meetingHeld, votes } from './meetings/held/meeting-held.fr.ts';
import { meetingFigures, minutes } from './meetings/held/minutes.fr.ts';
import { meeting } from './meetings/meeting/meeting.fr.ts';
import { cockpit } from './news/cockpit/cockpit.fr.ts';
import { favourite } from './news/favourite/favourite.fr.ts';
import { news } from './news/news.fr.ts';
import { bell } from './news/notification/bell.fr.ts';
import { notification } from './news/notification/notification.fr.ts';
import { home } from './news/to-do/home.fr.ts';
import { personalData } from './operations/personal-data/personal-data.fr.ts';
import { retention } from './operations/personal-data/retention.fr.ts';
import { platformState } from './operations/state/platform-state.fr.ts';
import { accessToken } from './operations/token/access-token.fr.ts';
import { webhook } from './operations/webhook/webhook.fr.ts';
import { activity } from './people/activity/activity.fr.ts';
import { entry } from './people/entry/entry.fr.ts';
import { group } from './people/group/group.fr.ts';
import { peopleList } from './people/invitation/people-list.fr.ts';
import { join } from './people/member/join.fr.ts';
import { member } from './people/member/member.fr.ts';
import { signatory } from './people/organisation/signatory.fr.ts';
import { people } from './people/person/people.fr.ts';
import { application } from './programme/application/application.fr.ts';
import { applicationErrors } from './programme/application/application-errors.fr.ts';
import { applicationForm } from './programme/application/application-form.fr.ts';
import { assessment } from './programme/assessment/assessment.fr.ts';
import { committee } from './programme/assessment/committee.fr.ts';
import { bulletin } from './programme/bulletin/bulletin.fr.ts';
import { call } from './programme/call/call.fr.ts';
import { callForm } from './programme/call/call-form.fr.ts';
import { event } from './programme/event/event.fr.ts';
import { experiment } from './programme/experiment/experiment.fr.ts';
import { experimentFacts } from './programme/experiment/experiment-facts.fr.ts';
import { experimentLog } from './programme/experiment/experiment-log.fr.ts';
import { experimentMail } from './programme/experiment/experiment-mail.fr.ts';
import { experimentMilestone } from './programme/experiment/experiment-milestone.fr.ts';
import { experimentPage } from './programme/experiment/experiment-page.fr.ts';
import { experimentResult } from './programme/experiment/experiment-result.fr.ts';
import { facilitator } from './programme/facilitator/facilitator.fr.ts';
import { localIssue } from './programme/local-issue/local-issue.fr.ts';
import { mission } from './programme/mission/mission.fr.ts';
import { programme } from './programme/programme.fr.ts';
import { steering } from './programme/steering/steering.fr.ts';
import { territory } from './programme/territory/territory.fr.ts';
import { topic } from './programme/topic/topic.fr.ts';
import { track } from './programme/track/track.fr.ts';
import { adoption } from './publication/adoption/adoption.fr.ts';
import { thematicDossier } from './publication/dossier/thematic-dossier.fr.ts';
import { publishedInterview } from './publication/interview/published-interview.fr.ts';
import { newsletter } from './publication/newsletter/newsletter.fr.ts';
import { openData } from './publication/open-data/open-data.fr.ts';
import { publication } from './publication/public-document/publication.fr.ts';
import { obligations } from './publication/public-site/obligations.fr.ts';
import { publicSite } from './publication/public-site/public-site.fr.ts';
import { sheetText } from './publication/sheet/sheet-text.fr.ts';
import { sheetVisa } from './publication/sheet/sheet-visa.fr.ts';
import { useCaseSheet } from './publication/sheet/use-case-sheet.fr.ts';
import { support } from './publication/support/support.fr.ts';
import { synthesis } from './publication/synthesis/synthesis.fr.ts';
import { realtime } from './realtime/realtime.fr.ts';
import { reviewErrors } from './reviews/review-errors.fr.ts';
import { search } from './search/search.fr.ts';

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
  bulletin,
  event,
  newsletter,
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
  datePoll,
  topic,
  dates,
  decision,
  document,
  documentAccess,
  documentBlocks,
  documentInsertions,
  documentInserts,
  documentPast,
  documentMenu,
  due,
  editor,
  editorDialogs,
  editorFind,
  editorInsertions,
  entry,
  experiment,
  experimentFacts,
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
  peopleList,
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
    ...entry.errors,
    ...access.errors,
    ...applicationErrors,
    ...group.errors,
    ...people.errors,
    ...signatory.errors,
    ...accessToken.errors,
    ...personalData.errors,
    ...retention.errors,
    ...member.errors,
    ...join.errors,
    ...board.errors,
    ...mission.errors,
    ...reviewErrors,
    ...facilitator.errors,
    ...localIssue.errors,
    ...bulletin.errors,
    ...event.errors,
    ...newsletter.errors,
    ...editorDialogs.errors,
    ...documentAccess.errors,
    ...accessRequest.errors,
    ...organising.errors,
    ...conversion.errors,
    ...comment.errors,
    ...comment.suggestionErrors,
    ...history.errors,
    ...importing.errors,
    ...calendar.errors,
    ...datePoll.errors,
    ...topic.errors,
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
    ...territory.errors,
    ...peopleList.errors,
    ...publishedInterview.errors,
    ...publication.errors,
    ...thematicDossier.errors,
    ...obligations.errors,
    ...useCaseSheet.errors,
    ...adoption.errors,
    ...support.errors,
    ...favourite.errors,
    ...dataset.errors,
    ...call.errors,
    ...callForm.errors,
    ...datasetCheck.refusals,
    ...experiment.errors,
    ...steering.errors,
    ...synthesis.errors,
  } satisfies Record<DomainError, string>,
} as const;
