/** The two pages of what has changed. */
export const newsTabs = {
  title: 'Nouveautés',
  mine: 'Qui vous concernent',
  all: 'Tout ce qui a changé',
} as const;
