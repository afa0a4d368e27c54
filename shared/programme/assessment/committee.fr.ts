import type { CommitteeError } from '#shared/programme/assessment/assessment-errors.ts';
import type { Outcome } from '#shared/programme/assessment/decision.ts';
import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';

const outcomes = {
  selected: 'Retenue',
  waitlisted: 'Liste complémentaire',
  notSelected: 'Non retenue',
  ineligible: 'Irrecevable',
  withdrawn: 'Désistement',
} satisfies Record<Outcome, string>;

/** « 2e » */
const place = (rank: number) => (rank === 1 ? '1re' : `${rank}e`);

/** What becomes of an application, with its place on the list. */
const outcomeOf = (outcome: Outcome, waitingRank: number | null) =>
  waitingRank === null ? outcomes[outcome] : `${outcomes[outcome]}, ${place(waitingRank)} place`;

const told = {
  selected: 'Votre candidature est retenue.',
  waitlisted: 'Votre candidature est inscrite sur la liste complémentaire.',
  notSelected: 'Votre candidature n’est pas retenue.',
  ineligible: 'Votre candidature est irrecevable.',
  withdrawn: 'Le désistement de votre candidature est enregistré.',
} satisfies Record<Outcome, string>;

/** The committee of a call: its sheet, its decisions, their announcement and minutes. */
export const committee = {
  title: 'Comité de sélection',
  of: (call: string) => `Comité : ${call}`,
  lead: 'Moyennes, écarts et décisions. Rien de ce qui est écrit ici n’est connu des candidats avant l’annonce.',
  callOpen: 'L’appel n’est pas clos. La feuille du comité se remplit à la fin du dépôt, tolérance comprise.',
  empty: 'Aucune candidature n’a été déposée à cet appel.',
  outcomes,
  outcomeOf,
  count: (total: number) => plural(total, 'candidature', 'candidatures'),
  sheet: 'Feuille du comité',
  caption: 'Candidatures, notes de chaque instructeur, moyenne et écart',
  columns: {
    place: 'Rang',
    application: 'Candidature',
    marks: 'Notes',
    average: 'Moyenne',
    spread: 'Écart',
    decision: 'Décision',
  },
  sortBy: (column: string) => `Trier par ${column.toLowerCase()}`,
  place,
  tie: 'ex æquo',
  blind: 'Masqué tant que vous n’avez pas donné votre note',
  recused: { candidate: 'Déport d’office', declared: 'Déport déclaré' },
  recusedNames: (names: readonly string[]) => `Déport : ${names.join(', ')}`,
  notGiven: 'pas encore',
  noAssessor: 'Aucun instructeur',
  open: 'Ouvrir l’instruction',
  late: 'Dépôt tardif',
  undecided: 'À décider',
  announced: (at: Date) => `Annoncée le ${dates.short(at)}`,
  changedSince: 'Changée depuis l’annonce, pas encore annoncée',
  decideOf: (title: string) => `Enregistrer la décision : ${title}`,
  outcome: 'Décision',
  none: 'Pas encore de décision',
  waitingRank: 'Place sur la liste complémentaire',
  motivation: 'Motivation',
  motivationHint: 'Le candidat la lira telle quelle. Facultative pour une candidature retenue.',
  saveDecision: 'Enregistrer la décision',
  saved: 'Décision enregistrée.',
  settings: 'Calendrier et séance',
  assessUntil: 'Dernier jour pour noter',
  heldOn: 'Jour du comité',
  attendees: 'Présents',
  attendeesHint: 'Une personne par ligne, avec son organisme.',
  remarks: 'Remarques pour le procès-verbal',
  embargoAt: 'Embargo jusqu’au',
  embargoHint:
    'À cette heure de Paris, les décisions sont annoncées d’elles-mêmes. Sans embargo, vous annoncez à la main.',
  saveSettings: 'Enregistrer',
  settingsOfCoordination: 'L’animation fixe ces dates et annonce les décisions.',
  notSet: 'Pas encore fixé',
  announcedByCoordination: 'L’animation les annoncera : chacun peut encore les relire et les reprendre.',
  settingsSaved: 'Calendrier enregistré.',
  balance: 'Compléter à deux instructeurs par dossier',
  balanced: (count: number) =>
    count === 0
      ? 'Chaque dossier a déjà ses deux instructeurs.'
      : `${plural(count, 'dossier confié', 'dossiers confiés')}, à parts égales et sans déport.`,
  announcement: 'Annonce',
  announceStep: 'Annoncer les décisions…',
  announceOnce: 'Une annonce ne se reprend pas. Relisez d’abord la feuille du comité et les motivations.',
  announce: 'Annoncer toutes les décisions',
  announceLead: (count: number) =>
    `${plural(count, 'décision à annoncer', 'décisions à annoncer')}. Chaque candidat reçoit la sienne par courriel, une seule fois, avec sa motivation.`,
  embargoed: (at: Date) => `Embargo jusqu’au ${dates.exact(at)} : l’annonce partira d’elle-même à ce moment.`,
  missing: (count: number) =>
    `${plural(count, 'candidature attend', 'candidatures attendent')} encore leur décision : l’annonce n’est possible qu’ensuite.`,
  nothing: 'Toutes les décisions sont annoncées.',
  announcedCount: (count: number) =>
    count === 0
      ? 'Rien de nouveau à annoncer : personne n’a reçu de second courriel.'
      : `${plural(count, 'décision annoncée', 'décisions annoncées')}.`,
  minutes: 'Procès-verbal',
  minutesOdt: 'Procès-verbal (ODT)',
  minutesPdf: 'Procès-verbal (PDF)',
  toExperiment: 'Ouvrir l’expérimentation',
  toExperimentOf: (title: string) => `Ouvrir l’expérimentation : ${title}`,
  experimentOpened: 'L’expérimentation est ouverte.',
  experiment: 'Voir l’expérimentation',
  experimentOf: (title: string) => `Voir l’expérimentation : ${title}`,
  text: {
    heading: (call: string) => `Procès-verbal du comité de sélection : ${call}`,
    held: (day: Date) => `Comité tenu le ${dates.day(day)}.`,
    heldNever: 'La date du comité n’est pas renseignée.',
    draft: 'Projet : les décisions ne sont pas encore annoncées.',
    attendees: 'Présents',
    nobody: 'La liste des présents n’est pas renseignée.',
    criteria: 'Critères et poids',
    weight: 'Poids',
    weightOf: (weight: number) => `${weight} %`,
    decided: (number: string, title: string, said: string) => `${number} ${title} : ${said}`,
    criterion: 'Critère',
    results: 'Notes et décisions',
    assessors: 'Instructeurs',
    recusals: 'Déports',
    noRecusal: 'Aucun déport.',
    recusal: (name: string, application: string) => `${name} pour la candidature ${application}`,
    hidden:
      'Candidature dont la rédactrice ou le rédacteur de ce document s’est déporté : décision et notes omises.',
    motivations: 'Motivations',
    noMotivation: 'Sans motivation écrite.',
    remarks: 'Remarques',
  },
  candidate: {
    title: 'Décision du comité',
    told,
    place: (rank: number) => `Elle y occupe la ${place(rank)} place.`,
    motivation: 'Motivation',
    at: (at: Date) => `Annoncée le ${dates.exact(at)}.`,
    back: 'Revenir à la candidature',
  },
  letter: {
    subject: (call: string) => `Décision sur votre candidature : ${call}`,
    hello: (name: string) => `Bonjour ${name},`,
    about: (number: string, title: string) =>
      `Le comité de sélection a examiné la candidature ${number} « ${title} ».`,
    toComplete:
      'Il reste à compléter votre dossier : quelques questions, posées aux seuls lauréats, vous attendent sur la page de votre candidature.',
    action: 'Lire la décision',
    notice: 'Vous recevez ce courriel parce que vous avez préparé ou déposé cette candidature.',
    expert: {
      subject: (title: string) => `Votre avis est demandé : ${title}`,
      about: (by: string, title: string) => `${by} vous demande un avis sur la candidature « ${title} ».`,
      action: 'Lire la question',
      notice: 'Vous ne verrez que ce dossier. Votre avis éclaire les instructeurs et ne décide de rien.',
    },
  },
  errors: {
    'committee.outcomeInvalid': 'Choisissez une décision.',
    'committee.motivationMissing': 'Écrivez la motivation : le candidat la lira.',
    'committee.motivationTooLong': 'Cette motivation est trop longue : 5 000 caractères au plus.',
    'committee.rankInvalid': 'Donnez la place sur la liste complémentaire : 1, 2, 3…',
    'committee.rankTaken': 'Cette place est déjà prise sur la liste complémentaire.',
    'committee.embargoInvalid': 'Choisissez un moment à venir, ou laissez vide.',
    'committee.embargoed': 'L’embargo n’est pas levé : rien ne s’annonce avant.',
    'committee.undecided': 'Une candidature attend encore sa décision.',
    'committee.dateInvalid':
      'Cette date n’existe pas : choisissez un jour du calendrier, comme le 30 juin 2026.',
    'committee.notSelected': 'Seule une candidature retenue, et annoncée, devient une expérimentation.',
    'committee.themeMissing':
      'Le thème de la candidature n’est pas de cette saison : ouvrez l’expérimentation à la main.',
  } satisfies Record<CommitteeError, string>,
} as const;
