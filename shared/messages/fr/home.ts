/** Words of the home page. */
export const home = {
  hello: (firstName: string) => `Bonjour ${firstName}`,
  today: (date: string) => `${date[0]?.toUpperCase() ?? ''}${date.slice(1)}.`,
  yourCity: 'Votre ville :',
  yourOrganisation: 'Votre organisation :',
  recent: 'Récemment modifiés',
  noRecent: 'Les documents et les tableaux de vos groupes apparaîtront ici dès qu’ils seront modifiés.',
  kinds: { document: 'Document', board: 'Tableau' },
  activity: 'Activité de vos groupes',
  groups: 'Mes groupes',
  allGroups: 'Tous mes groupes',
} as const;
