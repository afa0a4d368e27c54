/** Words of the map of the site. */
export const siteMap = {
  title: 'Plan du site',
  lead: 'Toutes les pages que l’on ouvre sans compte, et les portes de l’espace de travail.',
  site: 'Le site public',
  workspace: 'L’espace de travail',
  guides: 'L’aide',
  law: 'Le site lui-même',
  verification: 'Vérifier un texte signé',
  enter: 'Se connecter',
  feed: 'Fil des publications (Atom)',
} as const;
