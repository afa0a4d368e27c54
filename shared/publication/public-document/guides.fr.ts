/** Words of the list of guides of the public site. */
export const guides = {
  title: 'Guides',
  lead: 'Des marches à suivre, des modèles et des retours d’expérience, écrits par les villes et les groupes de travail du programme.',
  empty:
    'Aucun guide n’est encore publié. Les premiers paraîtront ici dès qu’un groupe de travail en aura publié.',
  noMatch: 'Aucun guide de ce thème. Affichez tous les guides pour voir les autres.',
  published: (day: string) => `Publié le ${day}`,
  filter: {
    label: 'Choisir un thème',
    theme: 'Thème',
    all: 'Tous',
    submit: 'Afficher',
    reset: 'Tout afficher',
  },
  synthesis: 'Ce que les expérimentations ont appris, saison par saison, est dans la',
  synthesisLink: 'synthèse du programme',
} as const;
