/** Words of the map of the site. */
export const siteMap = {
  title: 'Plan du site',
  lead: 'Toutes les pages que l’on ouvre sans compte, et les portes de l’espace de travail.',
  home: 'Accueil',
  parts: {
    public: 'Le site public',
    aide: 'L’aide',
    espace: 'L’espace de travail',
    site: 'Le site lui-même',
  },
  password: 'Mot de passe oublié',
  file: 'Le plan pour les programmes (XML)',
} as const;
