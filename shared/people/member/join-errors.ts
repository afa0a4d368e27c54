export type JoinError = 'join.tooMany' | 'join.answered' | 'join.reasonEmpty';
