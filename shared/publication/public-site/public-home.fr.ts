import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of the home of whoever has no account. */
export const publicHome = {
  title: 'Action Cœur de Ville Data',
  over: (season: string | null) =>
    season ? `Action Cœur de Ville Data, ${season.toLowerCase()}` : 'Action Cœur de Ville Data',
  heading: 'Des villes moyennes utilisent leurs données pour s’adapter au climat',
  lead: 'Le programme réunit 222 villes. Une dizaine d’entre elles expérimentent pendant six à neuf mois, avec un conseil financé à 100\u00a0%. Toutes peuvent reproduire ce qui marche.',
  call: {
    open: 'Appel ouvert',
    next: 'Le prochain appel',
    until: 'Jusqu’au',
    within: (days: number) => (days < 1 ? 'aujourd’hui' : `dans ${plural(days, 'jour', 'jours')}`),
    opens: 'Les candidatures ouvrent le',
    at: (day: Date) => dates.exact(day),
    none: 'Aucune date n’est encore fixée. L’appel paraîtra ici, avec son calendrier et ses critères.',
    apply: 'Candidater',
    read: 'Lire l’appel',
    past: 'Voir les appels passés',
    others: (count: number) => plural(count, 'autre appel', 'autres appels'),
  },
  map: {
    said: (communes: number, conventions: number) => `${communes} communes, ${conventions} conventions.`,
    described: 'Les communes du programme, un point chacune, en France métropolitaine.',
    seas: 'Outre-mer',
    /** Where the map does not reach, with its communes. */
    overseas: [
      ['Guadeloupe', 3],
      ['Martinique', 2],
      ['Guyane', 2],
      ['La Réunion', 4],
      ['Mayotte', 4],
    ],
    count: (communes: number) => `\u00a0: ${plural(communes, 'commune', 'communes')}`,
    link: 'Voir la carte des cas d’usage',
  },
  cases: {
    title: 'Ce que les villes ont fait',
    all: (count: number) => (count === 1 ? 'Tous les cas d’usage' : `Les ${count} cas d’usage`),
  },
  take: {
    title: 'Comment votre ville participe',
    all: 'Tous les appels',
    byCall: 'En répondant à un appel',
    apply: 'Candidater',
    applyOpen: (closes: Date) =>
      `Avant le ${dates.exact(closes)}. La ville candidate seule ou avec son intercommunalité.`,
    applyComing: (opens: Date) =>
      `À partir du ${dates.exact(opens)}. La ville candidate seule ou avec son intercommunalité.`,
    applyLater: 'Au prochain appel. La ville candidate seule ou avec son intercommunalité.',
    answer: 'Recevoir la réponse',
    answerText: 'Avec les motifs, le même jour pour toutes les villes.',
    experiment: 'Expérimenter',
    experimentText: 'Pendant six à neuf mois\u00a0: deux agents, aidés par un cabinet de conseil.',
    share: 'Partager',
    shareText: 'Une fiche publiée, que les 222 villes peuvent reproduire.',
    without: 'Sans attendre un appel',
    repeat: 'Reproduire un cas d’usage',
    repeatText: 'Vérifiez en dix minutes, sans compte, si vous avez les données nécessaires.',
    group: 'Rejoindre un groupe de travail',
    groupText: 'Les groupes se réunissent à distance. Ils sont ouverts aux 222 villes.',
    help: 'Trouver de l’aide près de chez vous',
    helpText:
      'Les animateurs territoriaux aident gratuitement les communes de leur territoire à ouvrir leurs données.',
  },
  laureates: {
    title: (call: string) => `Les lauréats de «\u202f${call}\u202f»`,
    all: 'Lire l’appel',
  },
  guides: {
    title: 'Guides pratiques',
    all: (count: number) => (count === 1 ? 'Tous les guides' : `Les ${count} guides`),
  },
  synthesis: {
    title: (season: string) => `Synthèse de la ${season.toLowerCase()}`,
    lead: 'Ce que les expérimentations ont appris, pour les feuilles de route des 222 villes.',
    published: (day: Date) => `Parue le ${dates.short(day)}.`,
    read: 'Lire la synthèse',
  },
  figures: {
    title: (season: string | null) =>
      season ? `Où en est la ${season.toLowerCase()}` : 'Où en est le programme',
    data: 'Les données ouvertes',
    experiments: 'Expérimentations',
    cities: (count: number) => `en cours, dans ${plural(count, 'ville', 'villes')}`,
    sheets: 'Cas d’usage',
    sheetsSaid: (count: number) =>
      count === 1 ? 'publié, à reprendre librement' : 'publiés, à reprendre librement',
    repeating: 'Villes qui les reproduisent',
    repeatingSaid: 'ou veulent le faire',
  },
  coming: { title: 'À venir', all: 'Tous les événements' },
  news: {
    title: 'Actualités',
    feed: 'Le fil des publications',
    all: 'Toutes les actualités',
    kinds: {
      sheet: 'Un nouveau cas d’usage',
      interview: 'Un entretien',
      dossier: 'Un dossier thématique',
      guide: 'Un guide',
      synthesis: 'Une synthèse',
      call: 'Un appel',
      bulletin: 'Une actualité',
    },
    of: (kind: string, title: string) => `${kind}\u00a0: ${title}`,
  },
  who: {
    title: 'Qui fait quoi',
    lines: [
      ['Les villes', 'Expérimentent, écrivent les guides et les partagent.'],
      ['OpenDataFrance', 'Anime les groupes et publie les cas d’usage.'],
      ['Banque des Territoires', 'Finance le conseil, suit les villes et relit.'],
      ['Animateurs territoriaux', 'Aident les communes de leur territoire à ouvrir leurs données.'],
    ],
  },
  mapCredit:
    'La carte vient de la liste publique des communes du programme (ANCT, data.gouv.fr, Licence Ouverte 2.0). Fond de carte\u00a0: Victor Cazanave, svg-maps, CC BY 4.0.',
} as const;
