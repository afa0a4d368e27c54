/** Why a round cannot be opened like this. */
export type RoundError =
  | 'review.nobodyAsked'
  | 'review.tooManyAsked'
  | 'review.organisationCannotAnswer'
  | 'review.deadlinePast'
  | 'review.deadlineTooFar'
  | 'review.quorumInvalid';

/** Why an answer is not added. */
export type AnswerError =
  | 'review.otherOrganisation'
  | 'review.notAsked'
  | 'review.mayNotAnswer'
  | 'review.replaced'
  | 'review.withdrawn'
  | 'review.deadlinePassed'
  | 'review.closed'
  | 'review.otherText'
  | 'review.reasonMissing'
  | 'review.reasonTooLong'
  | 'review.sameAnswer'
  | 'review.answeredMeanwhile';

/** Why something of a review round is refused. */
export type ReviewError =
  | RoundError
  | AnswerError
  | 'review.documentEmpty'
  | 'review.deadlineInvalid'
  | 'review.questionsTooMany'
  | 'review.questionTooLong'
  | 'review.alreadyOpen'
  | 'review.notOpen'
  | 'review.answerMissing'
  | 'review.unconfirmed';
