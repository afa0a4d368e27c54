/** What one scenario gives for one contender, by column; null where it cannot be known. Less is better, always. */
export type Figures = Readonly<Record<string, number | null>>;
