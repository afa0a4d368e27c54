/** Why something of an adoption was refused. */
export type AdoptionError =
  | 'adoption.noCity'
  | 'adoption.ownSheet'
  | 'adoption.sheetGone'
  | 'adoption.changedMeanwhile'
  | 'adoption.stateUnreachable'
  | 'adoption.reasonMissing'
  | 'adoption.groupMissing'
  | 'adoption.textTooLong'
  | 'adoption.letterEmpty'
  | 'adoption.letterTooLong'
  | 'adoption.letterToday'
  | 'adoption.letterNobody'
  | 'adoption.letterTooMany';
