/** [AE1] For whom something of the programme is: everybody of it [A13], or anybody. */
export const TOLD_TO = ['programme', 'public'] as const;
export type ToldTo = (typeof TOLD_TO)[number];
