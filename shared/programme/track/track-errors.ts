/** Why something of a standardisation track was refused. */
export type TrackError =
  | 'track.titleInvalid'
  | 'track.purposeTooLong'
  | 'track.schemaInvalid'
  | 'track.phaseSame'
  | 'track.whyMissing'
  | 'track.changedSince'
  | 'track.objectNotFound'
  | 'track.full';
