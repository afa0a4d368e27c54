/** Words of the frame around every page. */
export const frame = {
  product: 'Cordée',
  pageTitle: (...parts: string[]) => [...parts, 'Cordée'].join(' · '),
  /** In the label of what may not be left empty. */
  requiredField: '(obligatoire)',
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Principale',
  shortcuts: 'Raccourcis',
  breadcrumb: 'Fil d’Ariane',
  homeLink: 'Cordée, accueil',
  home: 'Accueil',
  myGroups: 'Mes groupes',
  groups: 'Groupes',
  myCards: 'Mes cartes',
  news: 'Nouveautés',
  resources: 'Ressources',
  datasets: 'Données',
  cities: 'Villes',
  experiments: 'Expérimentations',
  synthesis: 'Synthèse',
  applications: 'Candidatures',
  steering: 'Pilotage',
  administration: 'Administration',
  menu: 'Menu',
  search: 'Rechercher, aller à…',
  searchKeys: 'Ctrl K',
  searchPage: 'Recherche',
  account: 'Mon compte',
  accountOf: (name: string) => `Mon compte, ${name}`,
  signOut: 'Se déconnecter',
  demoNotice: 'Démonstration : villes, personnes et chiffres d’exemple.',
  present: (count: number) => (count === 1 ? '1 personne présente' : `${count} personnes présentes`),
  help: 'Aide',
  accessibility: 'Accessibilité : non conforme',
  legal: 'Mentions légales',
} as const;

export const errorPage = {
  home: 'Revenir à l’accueil',
  notFound: {
    title: 'Page introuvable',
    text: 'Cette page n’existe pas, ou vous n’y avez pas accès. Si quelqu’un vous a envoyé ce lien, demandez-lui de vous inviter dans le groupe.',
  },
  forbidden: {
    title: 'Action non permise',
    text: 'Vous pouvez voir cette page, mais votre rôle dans le groupe ne permet pas cette action.',
  },
  unexpected: {
    title: 'Quelque chose n’a pas fonctionné',
    text: 'L’erreur a été notée. Ce que vous aviez enregistré est intact : rechargez la page, ou revenez à l’accueil.',
  },
} as const;
