/** What can happen to a call. Extensions, versions of the form and derogations have rows of their own besides. */
export const CALL_EVENT_KINDS = [
  'created',
  'changed',
  'dates',
  'tolerance',
  'criteria',
  'published',
  'unpublished',
  'extended',
  'formSaved',
  'reminded',
] as const;
export type CallEventKind = (typeof CALL_EVENT_KINDS)[number];
