export type SteeringError =
  | 'steering.dayInvalid'
  | 'steering.dayFuture'
  | 'steering.dayBeforeSeason'
  | 'steering.valueInvalid'
  | 'steering.dueInvalid';
