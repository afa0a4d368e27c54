/** Why a date poll, an answer to it or the choice of its slot is refused. */
export type DatePollError =
  | 'datePoll.tooFewSlots'
  | 'datePoll.tooManySlots'
  | 'datePoll.slotTwice'
  | 'datePoll.slotPast'
  | 'datePoll.closingInvalid'
  | 'datePoll.closingPast'
  | 'datePoll.closingTooLate'
  | 'datePoll.answerMissing'
  | 'datePoll.isClosed'
  | 'datePoll.isChosen'
  | 'datePoll.isWithdrawn'
  | 'datePoll.notWithdrawn'
  | 'datePoll.slotNotFound';
