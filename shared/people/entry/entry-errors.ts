/** Why somebody does not come in. */
export type EntryError =
  | 'entry.codeInvalid'
  | 'entry.codeOver'
  | 'entry.placeUnknown'
  | 'entry.elsewhere'
  | 'entry.tiesFull'
  | 'entry.answered'
  | 'entry.passOver'
  | 'entry.wishTooLong'
  | 'entry.reasonEmpty'
  | 'entry.reasonTooLong';
