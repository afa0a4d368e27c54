/** Where somebody stands with an application that they were given. */
export type AssessmentState = 'toDo' | 'begun' | 'given' | 'outdated' | 'decided';
