/** Why something of newsletters was refused. */
export type NewsletterError =
  | 'newsletter.titleInvalid'
  | 'newsletter.introductionTooLong'
  | 'newsletter.dayInvalid'
  | 'newsletter.periodReversed'
  | 'newsletter.periodTooLong'
  | 'newsletter.toldToMissing'
  | 'newsletter.isSent'
  | 'newsletter.empty';
