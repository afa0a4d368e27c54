/** Names of the pages of the programme, side by side. */
export const programme = {
  tabs: {
    experiments: 'Le programme',
    applications: 'Les candidatures',
    cities: 'Les territoires',
  },
  pages: {
    experiments: 'Expérimentations',
    localIssues: 'Problématiques',
    missions: 'Missions de conseil',
    sheets: 'Fiches cas d’usage',
    adoptions: 'Reprises',
    applications: 'Candidatures',
    assigned: 'Mes dossiers à instruire',
    cities: 'Villes du programme',
    facilitators: 'Animateurs territoriaux des données',
  },
} as const;
