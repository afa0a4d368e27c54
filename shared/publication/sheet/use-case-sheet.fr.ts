import type { UseCaseSheetError } from '#shared/publication/sheet/sheet-errors.ts';
import type { SheetState } from '#shared/publication/sheet/sheet-state.ts';
import type { DataUse, ServiceKind, SizeClass } from '#shared/publication/sheet/use-case-sheet.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of use-case sheets, inside and outside. */
export const useCaseSheet = {
  title: 'Fiches cas d’usage',
  lead: 'Ce que chaque expérimentation apprend aux autres villes : le service, les données qu’il demande, l’effort, les conditions.',
  count: (count: number) => plural(count, 'fiche', 'fiches'),
  publicList: 'Voir le site public',
  caption: 'Fiches cas d’usage',
  columns: { title: 'Fiche', cities: 'Expérimentation', state: 'État', changed: 'Publiée le' },
  emptyTitle: 'Aucune fiche n’est encore écrite',
  emptyText:
    'Une fiche se commence depuis la page d’une expérimentation : son texte reprend alors les villes, les besoins de données, l’évaluation et l’effort.',
  toExperiments: 'Voir les expérimentations',
  states: {
    draft: 'Ébauche',
    review: 'En relecture',
    published: 'Publiée',
    withdrawn: 'Retirée',
  } satisfies Record<SheetState, string>,
  toRefresh: 'À actualiser',
  toRefreshText: 'Publiée depuis plus de douze mois : relisez-la, puis publiez-la de nouveau.',
  serviceKinds: {
    map: 'Carte ou atlas',
    dashboard: 'Tableau de bord',
    decision_aid: 'Aide à la décision',
    monitoring: 'Mesure et suivi',
    public_service: 'Service aux habitants',
    governance: 'Gouvernance de la donnée',
    other: 'Autre service',
  } satisfies Record<ServiceKind, string>,
  uses: {
    aggregate: 'Agréger',
    measure: 'Mesurer',
    cross: 'Croiser',
    model: 'Modéliser',
    simulate: 'Simuler',
    raise_awareness: 'Sensibiliser',
  } satisfies Record<DataUse, string>,
  sizes: {
    small: 'Moins de 20 000 habitants',
    medium: 'De 20 000 à 50 000 habitants',
    large: '50 000 habitants et plus',
  } satisfies Record<SizeClass, string>,
  ofExperiment: {
    title: 'Fiche cas d’usage',
    none: 'Aucune fiche ne raconte encore cette expérimentation.',
    noneForReader: 'Aucune fiche n’est publiée.',
    start: 'Rédiger la fiche',
    startHint:
      'Un document est préparé avec les villes, les besoins de données, l’évaluation et l’effort. Les villes l’écrivent à plusieurs, la Banque des Territoires le commente.',
    group: 'Groupe qui range le document',
    noGroup: 'Rejoignez d’abord un groupe où vous pouvez écrire : la fiche y sera rangée.',
  },
  openText: 'Ouvrir le texte',
  about: 'Repères',
  edit: 'Modifier les repères',
  save: 'Enregistrer les repères',
  saved: 'Les repères sont enregistrés.',
  refused: 'Ce n’est pas encore enregistré',
  hook: 'Accroche',
  hookHint: 'Une phrase de 200 caractères au plus : ce que la ville sait faire maintenant.',
  serviceKind: 'Nature du service',
  choose: 'À choisir',
  usesLabel: 'Façons de mobiliser la donnée',
  sizeLabel: 'Taille de la ville',
  sizeHint: 'Sert seulement si le référentiel des communes ne connaît pas la ville.',
  sizeAuto: 'D’après le référentiel',
  theme: 'Thème',
  cities: 'Villes',
  experiments: 'Expérimentation',
  period: 'Calendrier',
  periodText: (start: string, end: string) => `du ${start} au ${end}`,
  effort: 'Effort',
  effortText: (days: string, cost: string | null) => (cost ? `${days}, ${cost}` : days),
  notSaid: 'Pas encore renseigné',
  needs: 'Données nécessaires',
  needsCount: (essential: number, useful: number) =>
    `${plural(essential, 'donnée indispensable', 'données indispensables')}, ${plural(useful, 'utile', 'utiles')}`,
  noNeeds: 'L’expérimentation n’a pas encore inscrit de besoin de données.',
  boundNote: 'Thème, villes, données et effort viennent de l’expérimentation, à la date d’aujourd’hui.',
  state: 'État de la fiche',
  missing: (fields: string) => `Avant la relecture, il manque : ${fields}.`,
  fields: {
    hook: 'l’accroche',
    serviceKind: 'la nature du service',
    uses: 'une façon de mobiliser la donnée',
    sizeClass: 'la taille de la ville',
  },
  moves: {
    'draft review': 'Envoyer en relecture',
    'review draft': 'Rendre à ses auteurs',
    'review published': 'Publier',
    'published published': 'Publier le texte d’aujourd’hui',
    'published review': 'Rouvrir la relecture',
    'published withdrawn': 'Retirer du site public',
    'withdrawn published': 'Publier de nouveau',
    'withdrawn review': 'Rouvrir la relecture',
  } as Readonly<Record<string, string>>,
  reason: 'Motif',
  reasonHint: 'Une phrase, qui reste à l’historique de la fiche.',
  stateChanged: (state: string) => `C’est fait. État de la fiche : ${state.toLocaleLowerCase('fr')}.`,
  whatIsPublic:
    'Publier fige le texte et les repères qui ont reçu les deux visas, à une adresse ouverte à tous. Commentaires, suggestions, contacts et historique restent à l’intérieur. Les noms écrits dans le texte y restent : relisez-le.',
  steps: 'Historique',
  step: (state: string, day: string, who: string) => `${state}, ${day}, par ${who}`,
  someone: 'un ancien membre',
  publicAddress: 'Adresse publique',
  told: {
    title: 'Expérimentations racontées',
    lead: 'Une fiche peut raconter plusieurs expérimentations sur un même sujet. Les villes de chacune écrivent alors son texte.',
    add: 'Ajouter une expérimentation',
    choose: 'Choisir une expérimentation',
    submit: 'Ajouter à la fiche',
    remove: 'Retirer de la fiche',
    removeOf: (title: string) => `Retirer « ${title} » de la fiche`,
    none: 'Aucune autre expérimentation que vous écrivez n’attend sa fiche.',
    changed: 'La fiche raconte maintenant ces expérimentations. Ses villes peuvent en écrire le texte.',
  },
  errors: {
    'useCaseSheet.hookTooLong': 'L’accroche a 200 caractères au plus : raccourcissez-la.',
    'useCaseSheet.incomplete':
      'Complétez d’abord les repères : accroche, nature du service et façon de mobiliser la donnée.',
    'useCaseSheet.stateUnreachable':
      'L’état de la fiche a changé entre-temps : voyez ci-dessous ce qui est possible maintenant.',
    'useCaseSheet.reasonMissing': 'Dites pourquoi en une phrase : ce motif reste à l’historique.',
    'useCaseSheet.textTooLong': 'Ce texte est trop long : raccourcissez-le.',
    'useCaseSheet.groupMissing': 'Choisissez un groupe où vous pouvez écrire : la fiche y sera rangée.',
    'useCaseSheet.exists': 'Cette expérimentation a déjà sa fiche.',
    'useCaseSheet.experimentNotFound':
      'L’expérimentation de cette fiche n’est plus là : prévenez l’animation.',
    'useCaseSheet.changedMeanwhile':
      'Quelqu’un a changé l’état de la fiche entre-temps. Rien n’est perdu : voyez où elle en est, puis recommencez.',
    'useCaseSheet.visaTooEarly': 'Envoyez d’abord la fiche en relecture : un visa se demande ensuite.',
    'useCaseSheet.visaCityFirst':
      'Le visa de l’éditeur se demande après celui de la ville, sur le texte que la ville a approuvé.',
    'useCaseSheet.visaAsked': 'Ce visa est déjà demandé sur ce texte : attendez les réponses.',
    'useCaseSheet.visaGiven': 'Ce visa est déjà donné sur ce texte : rien n’est à redemander.',
    'useCaseSheet.visaMissing':
      'La fiche d’aujourd’hui n’a pas ses deux visas : voyez ci-dessous celui qui manque ou qui est tombé.',
    'useCaseSheet.cityCannotAnswer':
      'Une ville qui porte l’expérimentation n’a encore personne qui puisse répondre : invitez un de ses agents, puis demandez le visa.',
    'useCaseSheet.publisherCannotAnswer':
      'Personne ne peut encore répondre pour l’éditeur : l’administration de la plateforme doit d’abord y rattacher un compte.',
    'useCaseSheet.lastExperiment':
      'Une fiche raconte au moins une expérimentation : ajoutez-en une autre avant de retirer celle-ci.',
  } satisfies Record<UseCaseSheetError, string>,
} as const;
