/** Why something of a data need was refused. */
export type DataNeedError =
  | 'dataNeed.nameMissing'
  | 'dataNeed.nameTooLong'
  | 'dataNeed.textTooLong'
  | 'dataNeed.choiceInvalid'
  | 'dataNeed.reasonMissing'
  | 'dataNeed.precisionMissing'
  | 'dataNeed.dayMissing'
  | 'dataNeed.dayInvalid'
  | 'dataNeed.inChargeMissing'
  | 'dataNeed.twice'
  | 'dataNeed.changedSince'
  | 'dataNeed.notFound'
  | 'dataNeed.datasetNotFound'
  | 'dataNeed.fileWorkbook';
