import { plural } from '../kernel/plural.fr.ts';
import type { SearchError } from './search-errors.ts';

/** Words of the search: its page and its palette. */
export const search = {
  title: 'Recherche',
  titleOf: (text: string) => `« ${text} »`,
  lead: 'Tout ce que vous pouvez lire, dans vos groupes et dans le programme.',
  label: 'Rechercher',
  field: 'Mots à chercher',
  submit: 'Rechercher',
  narrow: 'Préciser',
  reset: 'Effacer les critères',
  group: 'Groupe',
  allGroups: 'Tous mes groupes',
  theme: 'Thème',
  allThemes: 'Tous',
  state: 'État',
  anyState: 'Tous',
  since: 'Modifié depuis',
  anyTime: 'Peu importe',
  sinces: { '7': '7 jours', '30': '30 jours', '365': 'Un an' },
  organisation: 'Collectivité ou organisme',
  allOrganisations: 'Toutes et tous',

  kindsLabel: 'Genre de résultats',
  allKinds: 'Tout',
  list: 'Résultats',
  count: (count: number, isMore = false) =>
    isMore ? `Plus de ${plural(count, 'résultat', 'résultats')}` : plural(count, 'résultat', 'résultats'),
  commentOn: (title: string) => `Commentaire sur « ${title} »`,
  untitled: 'Sans titre',
  changed: 'modifié',
  by: (author: string) => `par ${author}`,
  near: (text: string) => `Rien ne contient exactement « ${text} » ; voici ce qui contient des mots proches.`,
  pages: 'Pages de résultats',
  previous: 'Page précédente',
  next: 'Page suivante',
  page: (page: number) => `Page ${page}`,

  helpTitle: 'Cherchez dans tout ce que vous pouvez lire',
  /** `kinds`: their French names, all of them. */
  helpKinds: (kinds: readonly string[]) =>
    `On y trouve tout : ${new Intl.ListFormat('fr').format(kinds.map((kind) => kind.toLowerCase()))}.`,
  help: [
    'Plusieurs mots : ils doivent tous s’y trouver, dans n’importe quel ordre et à toutes leurs formes (« expérimenter » trouve « expérimentations »).',
    'Les accents et les majuscules ne comptent pas.',
    'Entre guillemets, « cour d’école » cherche ces mots dans cet ordre.',
    'Un tiret devant un mot l’exclut : parc -budget.',
  ],
  noneTitle: (text: string) => `Rien pour « ${text} »`,
  noneText:
    'Essayez moins de mots, un mot plus général, ou sans critères. Ce que vous ne pouvez pas lire n’est pas cherché.',

  palette: {
    title: 'Rechercher, aller à…',
    hint: 'Flèches pour choisir, Entrée pour ouvrir, Échap pour fermer.',
    goTo: 'Aller à',
    found: 'Trouvé',
    recent: 'Modifiés récemment',
    create: 'Créer',
    newDocument: (group: string) => `Nouveau document dans « ${group} »`,
    all: (text: string) => `Tous les résultats pour « ${text} »`,
    options: 'Destinations et résultats',
    none: 'Rien trouvé.',
    failed: 'La recherche n’a pas répondu. Vérifiez votre connexion, puis réessayez.',
    spoken: (count: number) => plural(count, 'proposition', 'propositions'),
    close: 'Fermer',
  },

  errors: {
    'search.tooLong': 'Cette recherche est trop longue : 300 caractères au plus.',
    'search.onlySigns': 'Il n’y a pas de mot à chercher. Écrivez au moins une lettre ou un chiffre.',
    'search.onlySmallWords':
      'Ces mots sont trop courants pour être cherchés (« le », « de », « et »…). Ajoutez-en un plus précis.',
    'search.onlyWithout': 'Ajoutez au moins un mot à trouver : un tiret ne fait qu’exclure.',
    'search.stateUnknown': 'Aucun objet de ce genre n’a cet état. Dites le genre (`kind`) avec l’état.',
    'search.tooSlow': 'Cette recherche est trop large. Ajoutez un mot, ou choisissez un groupe.',
  } satisfies Record<SearchError, string>,
} as const;
