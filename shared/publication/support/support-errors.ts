/** Why something of the help that a city asks for or is given was refused. */
export type SupportError =
  | 'support.textEmpty'
  | 'support.textTooLong'
  | 'support.dayInvalid'
  | 'support.nobodyThere'
  | 'support.noFacilitator'
  | 'support.askedToday'
  | 'support.tooMany'
  | 'support.wasSent';
