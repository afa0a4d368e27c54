/** Why something of the register of data sets, or of a check, was refused. */
export type DatasetError =
  | 'dataset.titleInvalid'
  | 'dataset.descriptionTooLong'
  | 'dataset.textTooLong'
  | 'dataset.producerMissing'
  | 'dataset.choiceInvalid'
  | 'dataset.reasonMissing'
  | 'dataset.urlInvalid'
  | 'dataset.yearInvalid'
  | 'dataset.yearsReversed'
  | 'dataset.organisationNotYours'
  | 'dataset.distributionsFull'
  | 'dataset.recordInvalid'
  | 'dataset.recordOff'
  | 'dataset.recordUnreadable'
  | SchemaError
  | CheckError;

/** Why a file or an address gave no Table Schema. */
export type SchemaError =
  | 'dataset.schemaMissing'
  | 'dataset.schemaNotJson'
  | 'dataset.schemaNotTable'
  | 'dataset.schemaTooLarge'
  | 'dataset.schemaFieldsTwice'
  | 'dataset.schemaPattern';

/** Why a file could not be checked. */
export type CheckError =
  | 'dataset.fileMissing'
  | 'dataset.fileTooLarge'
  | 'dataset.fileLost'
  | 'dataset.fileEmpty'
  | 'dataset.fileKind'
  | 'dataset.fileBinary'
  | 'dataset.workbookUnreadable'
  | 'dataset.workbookTooLarge'
  | 'dataset.sheetEmpty'
  | 'dataset.tooManyColumns'
  | 'dataset.tooManyRows'
  | 'dataset.checkTooLong'
  | 'dataset.checkTooHeavy'
  | 'dataset.checkInterrupted'
  | 'dataset.checkCancelled'
  | 'dataset.checkBusy'
  | 'dataset.checkStarted';
