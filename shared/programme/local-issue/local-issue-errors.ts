/** Why something of local challenges was refused. */
export type LocalIssueError =
  | 'localIssue.titleInvalid'
  | 'localIssue.textTooLong'
  | 'localIssue.themeMissing'
  | 'localIssue.cityMissing'
  | 'localIssue.cityNotYours'
  | 'localIssue.noCity'
  | 'localIssue.ownCity'
  | 'localIssue.personMissing'
  | 'localIssue.dayInvalid'
  | 'localIssue.dayInFuture'
  | 'localIssue.notesMissing'
  | 'localIssue.consentNoteMissing'
  | 'localIssue.urlInvalid'
  | 'localIssue.saysMissing'
  | 'localIssue.sourceNotOfCity'
  | 'localIssue.experimentNotFound';
