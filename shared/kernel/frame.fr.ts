/** Words of the frame around every page. */
export const frame = {
  product: 'Cordée',
  pageTitle: (...parts: string[]) => [...parts, 'Cordée'].join(' · '),
  /** In the label of what may not be left empty. */
  requiredField: '(obligatoire)',
  closeNotice: 'Fermer',
  /** In a list that is found by typing. */
  choose: 'Choisissez',
  noChoice: 'Rien ne correspond.',
  found: (count: number) => (count === 1 ? '1 choix' : `${count} choix`),
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Principale',
  shortcuts: 'Raccourcis',
  breadcrumb: 'Fil d’Ariane',
  homeLink: 'Cordée, accueil',
  home: 'Accueil',
  news: 'Nouveautés',
  administration: 'Administration',
  menu: 'Menu',
  closeMenu: 'Fermer le menu',
  foldMenu: 'Réduire le menu',
  unfoldMenu: 'Agrandir le menu',
  toDoCount: () => 'à faire',
  newsCount: (count: number) => (count === 1 ? 'nouveauté' : 'nouveautés'),
  search: 'Rechercher, aller à…',
  searchKeys: 'Ctrl K',
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
  search: 'Chercher dans l’espace de travail',
  searchSubmit: 'Chercher',
  notFound: {
    title: 'Page introuvable',
    text: 'Cette page n’existe pas, ou vous n’y avez pas accès. Si quelqu’un vous a envoyé ce lien, demandez-lui de vous inviter dans le groupe.',
  },
  forbidden: {
    title: 'Action non permise',
    text: 'Vous pouvez voir cette page, mais votre rôle dans le groupe ne permet pas cette action.',
    whom: 'Demandez-le à une personne qui anime le groupe, ou à l’animation du programme.',
    whomOf: (names: string) => `Demandez-le à ${names}, de l’animation de ce groupe.`,
  },
  unexpected: {
    title: 'Quelque chose n’a pas fonctionné',
    text: 'L’erreur a été notée. Ce que vous aviez enregistré est intact : rechargez la page, ou revenez à l’accueil.',
  },
} as const;
