import type { ProducerKind } from '#shared/library/dataset/dataset.ts';
import type { AdoptionError } from '#shared/publication/adoption/adoption-errors.ts';
import type {
  Condition,
  ConditionAnswer,
  DataAnswer,
  Verdict,
} from '#shared/publication/adoption/feasibility.ts';
import type { InterestState } from '#shared/publication/adoption/interest.ts';
import type { DataAsk } from '#shared/publication/adoption/whom-to-ask.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { LETTER_MAX } from './letter.ts';

const list = new Intl.ListFormat('fr');
const conditions = {
  perimeter: 'le périmètre',
  means: 'le temps et l’argent',
  constraints: 'les autres contraintes',
} satisfies Record<Condition, string>;

const ask = {
  public_local: 'à un service de la ville, à l’intercommunalité, au département ou à un syndicat local',
  public_national: 'à l’organisme national qui la produit',
  parapublic: 'à l’établissement ou à l’agence qui la produit',
  entreprise: 'à l’entreprise qui la détient, par convention ou par le contrat de délégation',
  citoyens_associations: 'aux associations et aux habitants qui la recueillent',
} satisfies Record<ProducerKind, string>;

/** Words of what other cities make of a use case: can they, do they, did they. */
export const adoption = {
  reproduce: 'Reproduire dans ma ville',
  pageTitle: (sheet: string) => `Reproduire dans ma ville : ${sheet}`,
  reproduceLead:
    'Votre ville peut-elle en faire autant ? Quelques questions, et la réponse vient avec ce qui manque et à qui le demander.',
  lead: 'Pour chaque donnée et chaque condition de la fiche, dites où en est votre ville. La réponse vient avec ce qui manque, et à qui le demander.',
  nothingKept:
    'Rien n’est enregistré : vos réponses sont dans l’adresse de la page, que vous pouvez garder ou envoyer.',
  toSheet: 'Lire la fiche',
  dataTitle: 'Les données',
  noNeeds: 'La fiche ne nomme aucune donnée : seules ses conditions comptent.',
  importance: { essential: 'Indispensable', useful: 'Utile' },
  there: (producer: string, access: string) => `Dans la ville de la fiche : ${producer}, ${access}`,
  answers: {
    open: 'Nous l’avons, ouverte',
    closed: 'Nous l’avons, non publiée',
    obtainable: 'Nous pouvons l’obtenir',
    unavailable: 'Impossible à obtenir',
  } satisfies Record<DataAnswer, string>,
  unknown: 'Je ne sais pas encore',
  proposed: 'Réponse proposée',
  national: 'donnée nationale ouverte, qui couvre sans doute aussi votre ville.',
  declaredBy: {
    city: 'jeu que votre collectivité a déclaré :',
    intermunicipality: 'jeu que votre intercommunalité a déclaré :',
  },
  conditionsTitle: 'Les conditions',
  approachHeading: 'Démarche',
  conditionsHeading: 'Conditions de déploiement',
  conditionsSaid: 'Ce que la fiche dit des conditions de déploiement',
  questions: {
    perimeter: 'Le périmètre : avez-vous un lieu et une échelle comparables à ceux de la fiche ?',
    means: 'Le temps et l’argent : pouvez-vous les réunir ?',
    constraints: 'Les autres contraintes, de droit, d’outils ou de compétences : sont-elles levées ?',
  } satisfies Record<Condition, string>,
  effort: (effort: string) => `Effort dans la ville de la fiche : ${effort}.`,
  conditionAnswers: {
    met: 'Oui',
    toArrange: 'À préparer',
    blocked: 'Non, impossible',
  } satisfies Record<ConditionAnswer, string>,
  department: 'Votre département',
  departmentHint: 'Pour nommer la structure qui aide les collectivités de votre territoire.',
  chooseDepartment: 'À choisir',
  submit: 'Voir si c’est faisable',
  result: 'La réponse',
  verdicts: {
    feasible: 'Faisable dans votre ville',
    missing: 'Faisable, une fois réuni ce qui manque',
    notFeasible: 'Pas faisable en l’état',
    unanswered: (count: number) => `Encore ${plural(count, 'réponse', 'réponses')} avant de pouvoir conclure`,
  },
  nothingMissing: 'Tout ce qui est indispensable est là.',
  conditions,
  quoted: (name: string) => `« ${name} »`,
  missing: (names: readonly string[]) => `Il manque : ${list.format(names)}.`,
  blocking: (names: readonly string[]) => `Ce qui bloque : ${list.format(names)}.`,
  unanswered: (names: readonly string[]) => `Reste à dire : ${list.format(names)}.`,
  without: (names: readonly string[]) =>
    `Utile sans être indispensable, et pas encore là : ${list.format(names)}.`,
  whomToAsk: 'À qui demander',
  whom: ({ producerKind, producerName }: DataAsk) =>
    producerName ? `${ask[producerKind]} (${producerName})` : ask[producerKind],
  facilitators: 'Pour vous y aider, près de chez vous :',
  noFacilitator: 'Aucune structure d’aide n’est connue dans ce département.',
  whichDepartment:
    'Choisissez votre département en bas du formulaire pour connaître la structure qui peut vous aider.',
  didIt: 'Qui l’a fait',
  signedIn: 'Votre collectivité participe au programme ?',
  signInLink: 'Connectez-vous',
  signInAfter: ' pour garder vos réponses, déclarer votre intérêt et préparer votre tableau.',
  wanting: (count: number) =>
    plural(
      count,
      'collectivité veut reprendre ce cas d’usage',
      'collectivités veulent reprendre ce cas d’usage',
    ),
  doneCount: (count: number) =>
    plural(count, 'collectivité l’a déjà repris', 'collectivités l’ont déjà repris'),
  /** Inside. */
  title: 'Reprises',
  listLead: 'Les collectivités qui veulent reprendre un cas d’usage publié, et où elles en sont.',
  emptyTitle: 'Aucune reprise n’est encore déclarée',
  emptyText:
    'Une reprise commence sur une fiche publiée, par « Reproduire dans ma ville » : quelques questions, puis la déclaration d’intérêt.',
  toPublicList: 'Voir les fiches publiées',
  noMatch: 'Aucune reprise ne correspond. Enlevez un filtre, ou cherchez un autre nom.',
  count: (count: number) => plural(count, 'reprise', 'reprises'),
  caption: 'Reprises par collectivité et par fiche',
  columns: {
    city: 'Collectivité',
    sheet: 'Fiche',
    state: 'Intérêt',
    since: 'Depuis le',
    verdict: 'Faisabilité',
  },
  filter: {
    label: 'Filtrer les reprises',
    query: 'Collectivité ou fiche',
    state: 'Intérêt',
    all: 'Tous',
    submit: 'Filtrer',
    reset: 'Tout afficher',
  },
  csv: 'Télécharger (CSV)',
  csvName: 'reprises.csv',
  csvColumns: [
    'Collectivité',
    'Code Insee',
    'Fiche',
    'Adresse de la fiche',
    'Intérêt',
    'Depuis le',
    'Faisabilité',
    'Tableau créé',
  ],
  yes: 'oui',
  no: 'non',
  shortVerdicts: {
    feasible: 'Faisable',
    missing: 'Il manque des éléments',
    notFeasible: 'Pas faisable en l’état',
    unanswered: 'Réponses à compléter',
  } satisfies Record<Verdict['kind'], string>,
  ofCity: 'Cas d’usage repris ici',
  notDeclared: 'Pas déclaré',
  states: {
    declared: 'Déclaré',
    preparing: 'En préparation',
    done: 'Repris',
    givenUp: 'Abandonné',
  } satisfies Record<InterestState, string>,
  newLead: (city: string) =>
    `Les réponses sont gardées pour ${city} : vos collègues et l’animation les lisent, les autres villes non.`,
  alreadyKept: (city: string) => `${city} garde déjà un contrôle de cette fiche.`,
  seeKept: 'Voir ce contrôle',
  keep: 'Garder ce contrôle',
  checkOf: (city: string) => `Contrôle de faisabilité, ${city}`,
  kept: (day: string, who: string) => `Dernière réponse le ${day}, par ${who}.`,
  someone: 'un ancien membre',
  onPublication: (day: string) => `Il porte sur la fiche publiée le ${day}.`,
  savedNotice: 'Le contrôle est enregistré.',
  movedNotice: 'L’intérêt est enregistré.',
  refused: 'Ce n’est pas encore enregistré',
  edit: 'Revoir les réponses',
  save: 'Enregistrer les réponses',
  note: 'Périmètre visé et contraintes',
  noteHint:
    'Le quartier ou les services concernés, ce qui retient, ce qui est déjà prêt. 4 000 caractères au plus.',
  noNote: 'Rien n’est encore précisé.',
  gone: 'La fiche a été retirée du site public : le contrôle reste lisible et ne se modifie plus.',
  changed: {
    title: 'La fiche a été publiée de nouveau depuis ces réponses',
    added: (names: readonly string[]) => `Données ajoutées : ${list.format(names)}.`,
    removed: (names: readonly string[]) => `Données qui ne sont plus demandées : ${list.format(names)}.`,
    raised: (names: readonly string[]) => `Devenues indispensables : ${list.format(names)}.`,
    lowered: (names: readonly string[]) =>
      `Devenues utiles, sans être indispensables : ${list.format(names)}.`,
  },
  interest: 'Intérêt',
  interestNone: 'Aucun intérêt n’est déclaré pour l’instant.',
  interestHint:
    'Déclaré, il se lit dans le programme sous le nom de la collectivité et compte, sans la nommer, sur la fiche publique.',
  moves: {
    'null declared': 'Déclarer notre intérêt',
    'declared preparing': 'Nous préparons la reprise',
    'declared done': 'C’est repris',
    'preparing done': 'C’est repris',
    'declared givenUp': 'Renoncer',
    'preparing givenUp': 'Renoncer',
    'givenUp declared': 'Déclarer de nouveau',
    'done preparing': 'Ce n’est pas fini',
  } as Readonly<Record<string, string>>,
  reason: 'Motif',
  reasonHint: 'Une phrase : elle aide l’animation à lever ce qui retient.',
  board: 'Tableau',
  boardHint:
    'Une carte par donnée à obtenir, avec à qui la demander, une par condition à réunir, et les étapes de la fiche. Seules les personnes de votre ville le verront.',
  boardGroup: 'Groupe',
  makeBoard: 'Créer notre tableau dans ce groupe',
  makeBoardInSpace: 'Créer notre tableau',
  elsewhere: 'Le créer plutôt dans un groupe',
  boardInSpace: 'dans Ma ville',
  boardMade: 'Le tableau du plan est là.',
  boardIn: (group: string) => `dans le groupe ${group}`,
  boardElsewhere: 'Un tableau existe, dans un groupe dont vous n’êtes pas membre.',
  ofSheet: 'A mené l’expérimentation',
  repeated: 'A repris le cas d’usage',
  sameSize: 'De votre taille',
  steps: 'Historique',
  step: (state: string, day: string, who: string) => `${state}, ${day}, par ${who}`,
  errors: {
    'adoption.noCity':
      'Votre compte n’est rattaché à aucune commune ni intercommunalité : répondez sur la page publique de la fiche, sans rien garder.',
    'adoption.ownSheet': 'Votre collectivité a mené cette expérimentation : elle n’a pas à la reprendre.',
    'adoption.sheetGone': 'La fiche a été retirée entre-temps : le contrôle ne se modifie plus.',
    'adoption.changedMeanwhile':
      'Un collègue a enregistré entre-temps. Vos réponses sont toujours ci-dessous : comparez, puis enregistrez de nouveau.',
    'adoption.stateUnreachable':
      'L’intérêt a changé entre-temps : voyez ci-dessous ce qui est possible maintenant.',
    'adoption.reasonMissing': 'Dites pourquoi en une phrase.',
    'adoption.groupMissing': 'Choisissez un groupe où vous pouvez écrire, ou créez le tableau dans Ma ville.',
    'adoption.letterEmpty': 'Écrivez votre message.',
    'adoption.letterTooLong': `Ce message est trop long : ${new Intl.NumberFormat('fr').format(LETTER_MAX)} caractères au plus.`,
    'adoption.letterToday': 'Vous leur avez déjà écrit aujourd’hui. Réessayez demain.',
    'adoption.letterNobody': 'Plus personne de cette expérimentation ne peut recevoir de message.',
    'adoption.letterTooMany': 'Vous avez écrit beaucoup de messages aujourd’hui. Réessayez demain.',
    'adoption.textTooLong': 'Ce texte est trop long : raccourcissez-le.',
  } satisfies Record<AdoptionError, string>,
} as const;
