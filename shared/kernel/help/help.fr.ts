/** Words around the guides, which are `docs/guide/` themselves. */
export const help = {
  title: 'Aide',
  all: 'Tous les guides',
  outline: 'Dans ce guide',
  here: 'Pour la page d’où vous venez',
  inGuide: (part: string, guide: string) => `${part} (${guide})`,
  absentTitle: 'Ce guide n’existe pas',
  absentText: 'L’adresse est fausse, ou le guide a changé de nom.',
} as const;
