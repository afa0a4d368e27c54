import { boardOperations } from './boards/board-operations.ts';
import { accessOperations } from './documents/access/access-operations.ts';
import { accessRequestOperations } from './documents/access/access-request-operations.ts';
import { commentOperations } from './documents/comment/comment-operations.ts';
import { suggestionOperations } from './documents/comment/suggestion-operations.ts';
import { documentOperations } from './documents/document-operations.ts';
import { excerptOperations } from './documents/excerpt/excerpt-operations.ts';
import { fileOperations } from './documents/file/file-operations.ts';
import { folderOperations } from './documents/folder-operations.ts';
import { versionOperations } from './documents/history/version-operations.ts';
import { importOperations } from './documents/import-operations.ts';
import { placeOperations } from './documents/place-operations.ts';
import { templateOperations } from './documents/template-operations.ts';
import { trashOperations } from './documents/trash/trash-operations.ts';
import { checkOperations } from './library/dataset/check-operations.ts';
import { datasetOperations } from './library/dataset/dataset-operations.ts';
import { closedNeedsOperations } from './library/need/closed-needs-operations.ts';
import { needOperations } from './library/need/need-operations.ts';
import { collectionOperations } from './library/resource/collection-operations.ts';
import { resourceOperations } from './library/resource/resource-operations.ts';
import { calendarOperations } from './meetings/calendar/calendar-operations.ts';
import { datePollOperations } from './meetings/date-poll/date-poll-operations.ts';
import { decisionOperations } from './meetings/decision/decision-operations.ts';
import { attendanceOperations } from './meetings/held/attendance-operations.ts';
import { minutesOperations } from './meetings/held/minutes-operations.ts';
import { runOperations } from './meetings/held/run-operations.ts';
import { voteOperations } from './meetings/held/vote-operations.ts';
import { agendaOperations } from './meetings/meeting/agenda-operations.ts';
import { meetingOperations } from './meetings/meeting/meeting-operations.ts';
import { reminderOperations } from './news/cockpit/reminder-operations.ts';
import { favouriteOperations } from './news/favourite/favourite-operations.ts';
import { newsOperations } from './news/news/news-operations.ts';
import { notificationOperations } from './news/notification/notification-operations.ts';
import { archiveOperations } from './operations/archive/archive-operations.ts';
import { erasureOperations } from './operations/personal-data/erasure-operations.ts';
import { ownDataOperations } from './operations/personal-data/own-data-operations.ts';
import { retentionOperations } from './operations/personal-data/retention-operations.ts';
import { heldLetterOperations } from './operations/state/held-letter-operations.ts';
import { accessTokenOperations } from './operations/token/access-token-operations.ts';
import { webhookOperations } from './operations/webhook/webhook-operations.ts';
import { entryRequestOperations } from './people/entry/entry-request-operations.ts';
import { groupOperations } from './people/group/group-operations.ts';
import { invitationOperations } from './people/invitation/invitation-operations.ts';
import { invitationListOperations } from './people/invitation/list-operations.ts';
import { joinOperations } from './people/member/join-operations.ts';
import { memberOperations } from './people/member/member-operations.ts';
import { memberOrganisationOperations } from './people/member/member-organisation-operations.ts';
import { colleagueOperations } from './people/organisation/colleague-operations.ts';
import { organisationOperations } from './people/organisation/organisation-operations.ts';
import { signatoryOperations } from './people/organisation/signatory-operations.ts';
import { accountOperations } from './people/person/account-operations.ts';
import { personOperations } from './people/person/person-operations.ts';
import { applicationOperations } from './programme/application/application-operations.ts';
import { entryOperations } from './programme/application/entry-operations.ts';
import { assessmentOperations } from './programme/assessment/assessment-operations.ts';
import { committeeOperations } from './programme/assessment/committee-operations.ts';
import { bulletinOperations } from './programme/bulletin/bulletin-operations.ts';
import { callFormOperations } from './programme/call/call-form-operations.ts';
import { callOperations } from './programme/call/call-operations.ts';
import { eventOperations } from './programme/event/event-operations.ts';
import { registrationOperations } from './programme/event/registration-operations.ts';
import { experimentLogOperations } from './programme/experiment/experiment-log-operations.ts';
import { experimentMilestoneOperations } from './programme/experiment/experiment-milestone-operations.ts';
import { experimentOperations } from './programme/experiment/experiment-operations.ts';
import { experimentResultOperations } from './programme/experiment/experiment-result-operations.ts';
import { facilitatorOperations } from './programme/facilitator/facilitator-operations.ts';
import { heardOperations } from './programme/local-issue/heard-operations.ts';
import { localIssueOperations } from './programme/local-issue/local-issue-operations.ts';
import { deliveryOperations } from './programme/mission/delivery-operations.ts';
import { missionOperations } from './programme/mission/mission-operations.ts';
import { seasonOperations } from './programme/season/season-operations.ts';
import { targetOperations } from './programme/steering/target-operations.ts';
import { cityOperations } from './programme/territory/city-operations.ts';
import { topicOperations } from './programme/topic/topic-operations.ts';
import { trackOperations } from './programme/track/track-operations.ts';
import { adoptionOperations } from './publication/adoption/adoption-operations.ts';
import { letterOperations } from './publication/adoption/letter-operations.ts';
import { dossierOperations } from './publication/dossier/dossier-operations.ts';
import { interviewOperations } from './publication/interview/interview-operations.ts';
import { newsletterOperations } from './publication/newsletter/newsletter-operations.ts';
import { publicationOperations } from './publication/public-document/publication-operations.ts';
import { sitePageOperations } from './publication/public-site/site-page-operations.ts';
import { sheetOperations } from './publication/sheet/sheet-operations.ts';
import { sheetTopicOperations } from './publication/sheet/sheet-topic-operations.ts';
import { visaOperations } from './publication/sheet/visa-operations.ts';
import { supportOperations } from './publication/support/support-operations.ts';
import { chapterOperations } from './publication/synthesis/chapter-operations.ts';
import { synthesisOperations } from './publication/synthesis/synthesis-operations.ts';
import { reviewOperations } from './reviews/review-operations.ts';

/** Every way to change something, by its name. What is not here no door can do. */
export const operations = {
  ...accountOperations,
  ...personOperations,
  ...organisationOperations,
  ...colleagueOperations,
  ...signatoryOperations,
  ...groupOperations,
  ...memberOperations,
  ...memberOrganisationOperations,
  ...joinOperations,
  ...invitationOperations,
  ...invitationListOperations,
  ...documentOperations,
  ...accessOperations,
  ...accessRequestOperations,
  ...commentOperations,
  ...suggestionOperations,
  ...versionOperations,
  ...excerptOperations,
  ...fileOperations,
  ...folderOperations,
  ...placeOperations,
  ...trashOperations,
  ...templateOperations,
  ...importOperations,
  ...boardOperations,
  ...datePollOperations,
  ...topicOperations,
  ...sheetTopicOperations,
  ...meetingOperations,
  ...agendaOperations,
  ...runOperations,
  ...attendanceOperations,
  ...voteOperations,
  ...minutesOperations,
  ...decisionOperations,
  ...calendarOperations,
  ...experimentOperations,
  ...experimentMilestoneOperations,
  ...experimentLogOperations,
  ...experimentResultOperations,
  ...missionOperations,
  ...deliveryOperations,
  ...trackOperations,
  ...localIssueOperations,
  ...heardOperations,
  ...facilitatorOperations,
  ...bulletinOperations,
  ...eventOperations,
  ...registrationOperations,
  ...seasonOperations,
  ...targetOperations,
  ...cityOperations,
  ...callOperations,
  ...callFormOperations,
  ...applicationOperations,
  ...entryOperations,
  ...entryRequestOperations,
  ...assessmentOperations,
  ...committeeOperations,
  ...needOperations,
  ...closedNeedsOperations,
  ...resourceOperations,
  ...collectionOperations,
  ...datasetOperations,
  ...checkOperations,
  ...newsOperations,
  ...notificationOperations,
  ...favouriteOperations,
  ...reminderOperations,
  ...reviewOperations,
  ...sheetOperations,
  ...visaOperations,
  ...adoptionOperations,
  ...letterOperations,
  ...supportOperations,
  ...dossierOperations,
  ...interviewOperations,
  ...newsletterOperations,
  ...publicationOperations,
  ...sitePageOperations,
  ...synthesisOperations,
  ...chapterOperations,
  ...accessTokenOperations,
  ...erasureOperations,
  ...ownDataOperations,
  ...retentionOperations,
  ...archiveOperations,
  ...webhookOperations,
  ...heldLetterOperations,
};
