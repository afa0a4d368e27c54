/** What is said of a decision or an action beside its words, where it is read and where it is exported. */
export const outcomeFacts = {
  action: (isDone: boolean) => (isDone ? 'Action faite' : 'Action'),
  noCard: 'document restreint : pas de carte',
  cardComing: 'carte à venir',
  /** « Décision 2023-4 : » before the words. */
  before: (name: string) => `${name} :`,
  /** « — Yann Le Goff, 24 mars 2023 » after them. */
  after: (detail: string) => ` — ${detail}`,
} as const;
