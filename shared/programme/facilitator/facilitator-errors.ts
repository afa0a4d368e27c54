/** Why something of the network of territorial facilitators was refused. */
export type FacilitatorError =
  | 'facilitator.nameInvalid'
  | 'facilitator.nameTaken'
  | 'facilitator.kindInvalid'
  | 'facilitator.textTooLong'
  | 'facilitator.siteInvalid'
  | 'facilitator.emailInvalid'
  | 'facilitator.areaNotFound'
  | 'facilitator.organisationNotFound'
  | 'facilitator.cityNotFound'
  | 'facilitator.tooManyCities'
  | 'facilitator.fileMissing'
  | 'facilitator.fileUnreadable'
  | 'facilitator.columnsMissing'
  | 'facilitator.rowInvalid'
  | 'facilitator.tooMany';
