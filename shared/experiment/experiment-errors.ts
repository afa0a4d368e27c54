/** Why something of an experiment was refused. */
export type ExperimentError =
  | 'experiment.themeNotFound'
  | 'experiment.citiesMissing'
  | 'experiment.leadNotOne'
  | 'experiment.applicationTaken'
  | 'experiment.dayInvalid'
  | 'experiment.periodReversed'
  | 'experiment.stateUnreachable'
  | 'experiment.stateOthers'
  | 'experiment.reasonMissing'
  | 'experiment.textTooLong'
  | 'experiment.changedMeanwhile';
