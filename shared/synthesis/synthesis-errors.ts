/** Why something of a synthesis was refused. */
export type SynthesisError =
  | 'synthesis.exists'
  | 'synthesis.groupMissing'
  | 'synthesis.dueMissing'
  | 'synthesis.dueInvalid'
  | 'synthesis.ownerNotFound'
  | 'synthesis.cityNotFound'
  | 'synthesis.stateUnreachable'
  | 'synthesis.reasonMissing'
  | 'synthesis.reasonTooLong'
  | 'synthesis.changedMeanwhile'
  | 'synthesis.tooManyChapters'
  | 'synthesis.textInTrash'
  | 'synthesis.empty'
  | 'synthesis.notApproved';
