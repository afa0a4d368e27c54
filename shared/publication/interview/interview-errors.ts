/** Why something of a published interview was refused. */
export type PublishedInterviewError =
  | 'publishedInterview.personMissing'
  | 'publishedInterview.hookMissing'
  | 'publishedInterview.tooLong'
  | 'publishedInterview.isSheet'
  | 'publishedInterview.isPublic'
  | 'publishedInterview.notDescribed'
  | 'publishedInterview.consentIncomplete'
  | 'publishedInterview.consentDayInvalid'
  | 'publishedInterview.consentMissing'
  | 'publishedInterview.imageConsentMissing'
  | 'publishedInterview.otherText';
