import type { ExcerptError } from './documents/excerpt/excerpt-errors.ts';
import type { OutsideError } from './kernel/outside/outside-errors.ts';
import type { DatasetError } from './library/dataset/dataset-errors.ts';
import type { DataNeedError } from './library/need/data-need-errors.ts';
import type { ResourceError } from './library/resource/resource-errors.ts';
import type { DatePollError } from './meetings/date-poll/date-poll-errors.ts';
import type { DecisionError } from './meetings/decision/decision-errors.ts';
import type { MeetingHeldError } from './meetings/held/meeting-held-errors.ts';
import type { MeetingError } from './meetings/meeting/meeting-errors.ts';
import type { FavouriteError } from './news/favourite/favourite-errors.ts';
import type { PersonalDataError } from './operations/personal-data/personal-data.ts';
import type { RetentionError } from './operations/personal-data/retention.ts';
import type { AccessTokenError } from './operations/token/access-token.ts';
import type { WebhookError } from './operations/webhook/webhook-errors.ts';
import type { EntryError } from './people/entry/entry-errors.ts';
import type { PeopleListError } from './people/invitation/people-finding.ts';
import type { JoinError } from './people/member/join-errors.ts';
import type { SignatoryError } from './people/organisation/signatory.ts';
import type { ApplicationError } from './programme/application/application-errors.ts';
import type { AssessmentError, CommitteeError } from './programme/assessment/assessment-errors.ts';
import type { BulletinError } from './programme/bulletin/bulletin-errors.ts';
import type { CallError, CallFormError, SeasonError } from './programme/call/call-errors.ts';
import type { EventError } from './programme/event/event-errors.ts';
import type { ExperimentError } from './programme/experiment/experiment-errors.ts';
import type { FacilitatorError } from './programme/facilitator/facilitator-errors.ts';
import type { LocalIssueError } from './programme/local-issue/local-issue-errors.ts';
import type { MissionError } from './programme/mission/mission-errors.ts';
import type { SteeringError } from './programme/steering/steering-errors.ts';
import type { CityError, CityImportError } from './programme/territory/territory-errors.ts';
import type { TopicError } from './programme/topic/topic-errors.ts';
import type { TrackError } from './programme/track/track-errors.ts';
import type { AdoptionError } from './publication/adoption/adoption-errors.ts';
import type { ThematicDossierError } from './publication/dossier/dossier-errors.ts';
import type { PublishedInterviewError } from './publication/interview/interview-errors.ts';
import type { NewsletterError } from './publication/newsletter/newsletter-errors.ts';
import type { PublicationError } from './publication/public-document/publication-errors.ts';
import type { SiteError } from './publication/public-site/site-page.ts';
import type { UseCaseSheetError } from './publication/sheet/sheet-errors.ts';
import type { SupportError } from './publication/support/support-errors.ts';
import type { SynthesisError } from './publication/synthesis/synthesis-errors.ts';
import type { ReviewError } from './reviews/review-errors.ts';
import type { SearchError } from './search/search-errors.ts';

/**
 * Every refusal the domain can give. Each code must have French words in the catalogue (`satisfies` in
 * `shared/words.fr.ts` makes a missing one a type error). Each noun adds its own line here.
 */
export type AccessError = 'access.notFound' | 'access.forbidden' | 'access.signInFirst';
export type TitleError = 'title.empty' | 'title.tooLong';
export type NameError = 'name.empty' | 'name.tooLong';
export type PersonError =
  | 'person.emailInvalid'
  | 'person.emailTaken'
  | 'person.nameEmpty'
  | 'person.nameTooLong'
  | 'person.jobTitleTooLong'
  | 'person.passwordTooShort'
  | 'person.passwordTooLong'
  | 'person.passwordIsEmail'
  | 'person.passwordCommon'
  | 'person.notFound'
  | 'person.suspended'
  | 'person.suspendSelf'
  | 'person.ownAccount'
  | 'person.outOfReach'
  | 'person.noOrganisation'
  | 'person.lastAdmin'
  | 'person.alreadyInstalled'
  | 'person.noSecondFactor'
  | 'person.lastWayIn';
export type GroupError =
  | 'group.notFound'
  | 'group.purposeEmpty'
  | 'group.purposeTooLong'
  | 'group.themeNotFound';
export type MemberError =
  | 'member.already'
  | 'member.notFound'
  | 'member.organisationNotFound'
  | 'member.lastFacilitator'
  | 'member.untilInvalid'
  | 'member.roleInvalid';
export type InvitationError = 'invitation.unusable' | 'invitation.notFound';
export type OrganisationError =
  | 'organisation.nameInvalid'
  | 'organisation.nameTaken'
  | 'organisation.shortNameInvalid'
  | 'organisation.kindInvalid'
  | 'organisation.municipalityUnknown'
  | 'organisation.municipalityTaken'
  | 'organisation.notFound';
export type BoardError =
  | 'board.titleEmpty'
  | 'board.titleTooLong'
  | 'board.descriptionTooLong'
  | 'board.startInvalid'
  | 'board.dueInvalid'
  | 'board.startAfterDue'
  | 'board.cardNotFound'
  | 'board.columnNotFound'
  | 'board.labelNotFound'
  | 'board.listNotFound'
  | 'board.itemNotFound'
  | 'board.fileNotFound'
  | 'board.coverNotImage'
  | 'board.filesFull'
  | 'board.columnNotEmpty'
  | 'board.limitInvalid'
  | 'board.dependencySelf'
  | 'board.dependencyCycle'
  | 'board.linkInvalid'
  | 'board.colourInvalid'
  | 'board.fieldNotFound'
  | 'board.optionNotFound'
  | 'board.numberInvalid'
  | 'board.laneSeveral'
  | 'board.viewNotFound'
  | 'board.viewTooLong'
  | 'board.idTaken';
export type CommentError =
  | 'comment.empty'
  | 'comment.tooLong'
  | 'comment.passageInvalid'
  | 'comment.quoteNotFound'
  | 'comment.notFound'
  | 'comment.notYours'
  | 'comment.alreadyResolved'
  | 'comment.alreadyOpen'
  | 'comment.mayNotResolve';
export type SuggestionError =
  | 'suggestion.same'
  | 'suggestion.tooLong'
  | 'suggestion.notFound'
  | 'suggestion.passageChanged'
  | 'suggestion.alreadyAccepted'
  | 'suggestion.alreadyRefused'
  | 'suggestion.alreadyWithdrawn'
  | 'suggestion.alreadyOpen'
  | 'suggestion.changedSince'
  | 'suggestion.notYours';
export type FileError =
  | 'file.missing'
  | 'file.empty'
  | 'file.tooLarge'
  | 'file.notImage'
  | 'file.unreadable'
  | 'file.infected'
  | 'file.scannerAway'
  | 'file.lost'
  | 'file.unavailable';
/** Classeurs, accès, modèles, publication of documents. */
export type FolderError = 'folder.notFound' | 'folder.cycle' | 'folder.tooDeep';
export type TemplateError = 'template.notFound';
export type DocumentAccessError = 'documentAccess.nobody';
export type AccessRequestError =
  | 'accessRequest.messageTooLong'
  | 'accessRequest.tooMany'
  | 'accessRequest.answered';

export type ConversionError =
  | 'conversion.failed'
  | 'conversion.tooLong'
  | 'conversion.tooHeavy'
  | 'conversion.interrupted'
  | 'conversion.busy'
  | 'conversion.cancelled';
export type VersionError = 'document.versionNotFound' | 'document.passageChanged';

export type ImportError =
  | 'import.empty'
  | 'import.nothing'
  | 'import.tooLarge'
  | 'import.lost'
  | 'import.missing'
  | 'import.unknownFormat'
  | 'import.notOffice'
  | 'import.pdf'
  | 'import.oldFormat'
  | 'import.encrypted'
  | 'import.macros'
  | 'import.bomb'
  | 'import.unsafe'
  | 'import.corrupt';

export type BoardImportError =
  | 'boardImport.missing'
  | 'boardImport.lost'
  | 'boardImport.empty'
  | 'boardImport.tooLarge'
  | 'boardImport.spreadsheet'
  | 'boardImport.unknownFormat'
  | 'boardImport.quotes'
  | 'boardImport.noTitle'
  | 'boardImport.nothing'
  | 'boardImport.tooManyCards'
  | 'boardImport.tooManyColumns'
  | 'boardImport.tooManyLabels'
  | 'boardImport.tooManySteps';
export type CalendarError = 'calendar.tooMany';

export type DomainError =
  | AccessError
  | ApplicationError
  | AssessmentError
  | EntryError
  | CommitteeError
  | TitleError
  | NameError
  | DatasetError
  | ExperimentError
  | DataNeedError
  | TrackError
  | SynthesisError
  | PublishedInterviewError
  | PublicationError
  | ThematicDossierError
  | UseCaseSheetError
  | AdoptionError
  | SupportError
  | FavouriteError
  | AccessTokenError
  | PersonalDataError
  | RetentionError
  | PersonError
  | GroupError
  | MemberError
  | JoinError
  | InvitationError
  | OrganisationError
  | CityError
  | PeopleListError
  | CityImportError
  | SignatoryError
  | BoardError
  | FileError
  | FolderError
  | DocumentAccessError
  | AccessRequestError
  | ConversionError
  | CommentError
  | MissionError
  | FacilitatorError
  | LocalIssueError
  | BulletinError
  | EventError
  | NewsletterError
  | SuggestionError
  | TemplateError
  | VersionError
  | CalendarError
  | CallError
  | CallFormError
  | SeasonError
  | DecisionError
  | ExcerptError
  | BoardImportError
  | ResourceError
  | ReviewError
  | ImportError
  | OutsideError
  | MeetingError
  | DatePollError
  | TopicError
  | MeetingHeldError
  | SearchError
  | SiteError
  | SteeringError
  | WebhookError;
