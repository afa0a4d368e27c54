/** What a home says of the announcements; the other words stay with their pages. */
export const latelyTold = {
  title: 'Actualités',
  all: 'Toutes les actualités',
} as const;
