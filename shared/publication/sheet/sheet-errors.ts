/** Why something of a use-case sheet was refused. */
export type UseCaseSheetError =
  | 'useCaseSheet.hookTooLong'
  | 'useCaseSheet.incomplete'
  | 'useCaseSheet.stateUnreachable'
  | 'useCaseSheet.reasonMissing'
  | 'useCaseSheet.textTooLong'
  | 'useCaseSheet.groupMissing'
  | 'useCaseSheet.exists'
  | 'useCaseSheet.experimentNotFound'
  | 'useCaseSheet.changedMeanwhile'
  | 'useCaseSheet.visaTooEarly'
  | 'useCaseSheet.visaCityFirst'
  | 'useCaseSheet.visaAsked'
  | 'useCaseSheet.visaGiven'
  | 'useCaseSheet.visaMissing'
  | 'useCaseSheet.cityCannotAnswer'
  | 'useCaseSheet.publisherCannotAnswer'
  | 'useCaseSheet.lastExperiment';
