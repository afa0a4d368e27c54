export type DecisionError =
  | 'decision.notFound'
  | 'decision.notEarlier'
  | 'decision.already'
  | 'decision.targetInvalid'
  | 'decision.boardInvalid'
  | 'action.notFound'
  | 'action.noCard'
  | 'action.noColumn'
  | 'action.personUnknown';
