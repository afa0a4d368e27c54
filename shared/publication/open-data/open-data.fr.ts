import { plural } from '../../kernel/plural.fr.ts';
import type { OpenTableKey } from './open-table.ts';

interface TableWords {
  readonly title: string;
  readonly description: string;
  /** The columns, in their order, by the names that programs read. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Words of the open data of the site. */
export const openData = {
  title: 'Données ouvertes',
  lead: 'Tout ce que ce site publie se reprend aussi comme données, sans compte et sans demande : pour une carte, une étude, un autre portail.',
  tablesTitle: 'Les fichiers',
  tables: {
    'cas-d-usage': {
      title: 'Cas d’usage publiés',
      description:
        'Les fiches publiées par les villes du programme : le service, la ville, ce qu’il a demandé. Une ligne par fiche.',
      columns: {
        titre: 'Titre de la fiche',
        accroche: 'Le cas d’usage en une phrase',
        theme: 'Thème du programme',
        villes: 'Collectivités qui ont mené l’expérimentation, la porteuse en premier',
        codes_insee: 'Codes Insee des communes',
        taille: 'Classe de taille de la ville',
        nature_service: 'Nature du service rendu',
        usages: 'Façons de mobiliser la donnée',
        jours_agents: 'Jours de travail des agents',
        cout_euros: 'Dépenses, en euros',
        debut: 'Premier jour de l’expérimentation',
        fin: 'Dernier jour de l’expérimentation',
        publiee_le: 'Jour de la première publication',
        mise_a_jour_le: 'Jour de la dernière publication',
        adresse: 'Adresse permanente de la fiche',
      },
    },
    'besoins-de-donnees': {
      title: 'Données nécessaires aux cas d’usage',
      description:
        'Les jeux de données dont ces cas d’usage ont besoin, avec leur producteur et leur accès. Une ligne par jeu et par fiche.',
      columns: {
        jeu: 'Jeu de données',
        importance: 'Indispensable, ou utile',
        type_producteur: 'Type de producteur',
        producteur: 'Nom du producteur',
        acces: 'Accès dans la ville qui raconte',
        motif: 'Motif de l’accès, s’il n’est pas ouvert',
        schema: 'Schéma de données suivi',
        frequence: 'Fréquence de mise à jour',
        licence: 'Licence de réutilisation',
        adresses: 'Adresses où le jeu se télécharge',
        villes: 'Collectivités de la fiche',
        fiche: 'Titre de la fiche',
        adresse_fiche: 'Adresse permanente de la fiche',
      },
    },
  } satisfies Record<OpenTableKey, TableWords>,
  rows: (count: number) => plural(count, 'ligne', 'lignes'),
  updated: (day: string) => `mis à jour le ${day}`,
  neverUpdated: 'rien n’est encore publié',
  download: (format: string, title: string) => `${format} : ${title}`,
  schema: 'Schéma (Table Schema)',
  schemaOf: (title: string) => `Schéma : ${title}`,
  columnsOf: (count: number) => `Les ${count} colonnes`,
  columnName: 'Colonne',
  columnMeaning: 'Ce qu’elle contient',
  onlyOpen:
    'Seuls les jeux ouverts figurent dans ces fichiers : ce qui est fermé dans une ville ne s’y lit que dans sa fiche.',
  alsoClosed:
    'Les jeux fermés y figurent aussi, avec leur motif : le programme a choisi de le dire, et n’en donne aucune donnée.',
  catalogueTitle: 'Le catalogue DCAT',
  catalogueLead:
    'Les mêmes fichiers, et les jeux ouverts par les villes, décrits pour les portails qui moissonnent : data.gouv.fr les lit tels quels.',
  catalogueFormats: { jsonld: 'Catalogue en JSON-LD', ttl: 'Catalogue en Turtle' },
  feedsTitle: 'Suivre ce qui paraît',
  feed: 'Le fil Atom annonce chaque fiche publiée ou mise à jour.',
  sitemap: 'Le plan du site pour les moteurs de recherche',
  licenceTitle: 'Licence et crédits',
  licence:
    'Ces données se reprennent librement, y compris à des fins commerciales, à condition de citer leur source et leur date :',
  credit: (day: string) => `« Action Cœur de Ville Data, villes du programme, ${day} »`,
  entryDescription: (title: string, cities: string) =>
    `Donnée nécessaire au cas d’usage « ${title} », raconté par ${cities}.`,
  catalogueDescription:
    'Cas d’usage publiés par les villes du programme Action Cœur de Ville Data, données qu’ils demandent et jeux que ces villes ont ouverts.',
  keywords: ['cas d’usage', 'action cœur de ville', 'villes moyennes'],
  publisher: 'Action Cœur de Ville Data',
  contact: 'Animation du programme',
  france: 'France',
  choice: {
    title: 'Données ouvertes du site',
    lead: 'Ce que les fichiers et le catalogue DCAT disent des jeux de données qui ne sont pas ouverts.',
    label: 'Faire figurer aussi les jeux fermés, avec leur motif',
    explain:
      'Par défaut, seuls les jeux ouverts y figurent. Aucune donnée fermée n’est publiée dans un cas comme dans l’autre.',
    save: 'Enregistrer le choix',
    saved: 'Choix enregistré : les fichiers le suivent dès maintenant.',
  },
  map: {
    title: 'La carte des cas d’usage',
    lead: 'Où des villes ont publié ce qu’elles font avec des données.',
    count: (department: string, count: number) =>
      `${department} : ${plural(count, 'cas d’usage publié', 'cas d’usage publiés')}`,
    department: 'Département',
    sheets: 'Cas d’usage',
    caption: 'Cas d’usage publiés, par département',
    sentence: (sheets: number, departments: number) =>
      `${plural(sheets, 'cas d’usage publié', 'cas d’usage publiés')} dans ${plural(departments, 'département', 'départements')}.`,
    unplaced: (count: number) =>
      plural(
        count,
        'cas d’usage n’est rattaché à aucune commune du registre.',
        'cas d’usage ne sont rattachés à aucune commune du registre.',
      ),
    legend: ['Aucun', '1', '2', '3', '4 et plus'],
    empty: 'Aucun cas d’usage n’est encore publié.',
  },
  card: {
    title: 'Montrer cette fiche sur un autre site',
    lead: 'Collez ces lignes dans une page de votre site : la fiche y paraît en vignette, toujours à jour.',
    label: 'Code de la vignette',
    read: 'Lire la fiche',
    frameTitle: (title: string) => `Cas d’usage : ${title}`,
    gone: 'Cette fiche n’est plus publiée.',
  },
} as const;
