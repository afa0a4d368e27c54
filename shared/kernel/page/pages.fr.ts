const number = new Intl.NumberFormat('fr-FR');

/** Words between the pages of a long list. */
export const pages = {
  label: 'Pages de la liste',
  page: (page: number, of: number) => `Page ${number.format(page)} sur ${number.format(of)}`,
  previous: 'Page précédente',
  next: 'Page suivante',
} as const;
