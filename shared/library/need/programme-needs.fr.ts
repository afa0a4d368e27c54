import { plural } from '../../kernel/plural.fr.ts';

/** Words of the table of data needs of the whole programme, and of wanted datasets. */
export const programmeNeeds = {
  title: 'Besoins de données du programme',
  lead: 'Ce que les expérimentations cherchent, par type de producteur et statut d’accès. Chaque nombre ouvre ses lignes.',
  link: 'Besoins du programme',
  register: 'Jeux de données',
  dataTabs: 'Pages des données',
  matrix: 'Qui produit, qui ouvre',
  matrixCaption: 'Nombre de besoins par type de producteur et statut d’accès',
  producer: 'Producteur',
  total: 'Total',
  cell: (count: number, producer: string, status: string) =>
    `${plural(count, 'besoin', 'besoins')} : ${producer}, ${status.toLowerCase()}`,
  sentence: (open: number, total: number) =>
    total === 0
      ? 'Aucun besoin ne correspond.'
      : `${plural(open, 'besoin est déjà servi', 'besoins sont déjà servis')} par des données ouvertes, sur ${total}.`,
  atDay: (day: string) =>
    `Tableau tel qu’il était le ${day} au soir. Les villes et les thèmes sont ceux d’aujourd’hui, les lignes aussi.`,
  filters: {
    label: 'Filtrer les besoins',
    theme: 'Thème',
    region: 'Région',
    city: 'Collectivité',
    importance: 'Importance',
    status: 'Statut',
    producer: 'Producteur',
    day: 'Tel qu’au soir du',
    all: 'Tous',
    submit: 'Filtrer',
    reset: 'Tout afficher',
  },
  list: 'Les besoins',
  listCaption: 'Besoins, le dernier changé d’abord',
  columns: {
    wanted: 'Données recherchées',
    cities: 'Collectivités',
    producer: 'Producteur',
    status: 'Statut',
    updated: 'Changé',
  },
  previous: 'Page précédente',
  next: 'Page suivante',
  pages: 'Pages de la liste',
  page: (page: number) => `Page ${page}`,
  emptyTitle: 'Aucun besoin ne correspond',
  emptyText: 'Enlevez un filtre, ou décrivez les besoins d’une expérimentation sur sa page.',
  ranking: 'Ce qui débloquerait le plus de villes',
  rankingLead: 'Les données que le plus de collectivités attendent sans les avoir en open data.',
  rankingCaption:
    'Données attendues, de celles qui débloquent le plus de collectivités à celles qui en débloquent le moins',
  rankingEmpty: 'Aucune donnée demandée n’attend d’être ouverte.',
  rankColumns: {
    wanted: 'Données recherchées',
    cities: 'Collectivités',
    needs: 'Besoins',
    essential: 'Indispensables',
  },
  exportCsv: 'Télécharger en CSV',
  csvName: 'Besoins de données du programme.csv',
  csvColumns: [
    'jeu',
    'experimentation',
    'collectivites',
    'type_producteur',
    'producteur',
    'statut',
    'importance',
    'change_le',
  ],
  step: (from: string | null, to: string | null) =>
    from && to
      ? from === to
        ? ` : précisé, toujours « ${to} »`
        : ` : de « ${from} » à « ${to} »`
      : to
        ? ` : entre au tableau, « ${to} »`
        : ' : retiré du tableau',
  wantedOver: 'Jeu attendu',
  wantedUsual: 'Ce qui est habituel',
  wantedNoUsual: 'Ce jeu a été nommé par une expérimentation : rien d’habituel n’en est encore connu.',
  whoAsks: 'Qui le demande',
  whoAsksCaption: 'Expérimentations qui cherchent ces données',
  nobodyAsks: 'Aucune expérimentation ne cherche ces données aujourd’hui.',
  experiment: 'Expérimentation',
  answers: 'Jeux qui y répondent',
  noAnswers: 'Aucun jeu du registre que vous pouvez lire n’y répond encore.',
  hiddenAnswers: (count: number) =>
    plural(count, 'jeu d’un groupe dont vous n’êtes pas', 'jeux de groupes dont vous n’êtes pas'),
  history: 'Ce qui a changé',
  noHistory: 'Rien n’a changé.',
  requests: 'Demandes en cours',
  noRequests: 'Aucune demande suivie sur un tableau que vous pouvez lire.',
} as const;
