import { plural } from '../../kernel/plural.fr.ts';
import type { AskKind, SupportKind } from './support.ts';
import type { SupportError } from './support-errors.ts';
import type { CityStanding } from './territory.ts';

const about = (title: string | null) => (title ? ` « ${title} »` : ' un cas d’usage');

/** Words of the desk of a territorial facilitator, and of the help that cities ask for. */
export const support = {
  title: 'Mon territoire',
  lead: 'Les villes que votre structure couvre, ce qu’elles demandent, et ce que vous avez fait pour elles.',
  structures: (names: readonly string[]) => names.join(', '),
  noStructureTitle: 'Votre structure n’est pas encore reliée au réseau',
  noStructureText:
    'La coordination du programme relie votre organisation à sa structure du réseau des ATD, avec son territoire. Vos villes apparaîtront alors ici.',
  toNetwork: 'Voir le réseau des ATD',
  emptyTitle: 'Aucune ville sur votre territoire pour le moment',
  emptyText:
    'Le territoire de votre structure ne contient encore aucune ville du programme. Vérifiez-le sur sa fiche : la coordination peut le compléter.',
  toStructure: 'Voir la fiche de ma structure',
  count: (count: number) => plural(count, 'ville', 'villes'),
  waiting: (count: number) =>
    count === 0
      ? 'Aucune ne vous attend.'
      : count === 1
        ? 'Une attend une proposition d’aide.'
        : `${count} attendent une proposition d’aide.`,
  caption: 'Villes de mon territoire, celles qui attendent une aide d’abord',
  columns: {
    city: 'Ville',
    standing: 'Programme',
    adoptions: 'Reprises',
    asks: 'Ce qu’elle demande',
    supports: 'Dernier accompagnement',
  },
  standings: {
    trying: 'Expérimente',
    here: 'Dans Cordée',
    listed: 'Pas encore dans Cordée',
  } satisfies Record<CityStanding, string>,
  asksNothing: 'Rien pour le moment',
  answered: 'Aide proposée',
  noSupport: 'Aucun',
  noAdoption: 'Aucune',
  filter: {
    label: 'Filtrer les villes',
    department: 'Département',
    all: 'Tous',
    asking: 'Demandes',
    everyone: 'Toutes les villes',
    onlyAsking: 'Seulement celles qui attendent',
    submit: 'Filtrer',
    reset: 'Tout afficher',
  },
  noMatch: 'Aucune ville ne correspond à ce choix.',
  csv: 'Exporter (CSV)',
  csvName: 'mon-territoire.csv',
  csvColumns: [
    'Ville',
    'Code Insee',
    'Département',
    'Programme',
    'Expérimentations',
    'Reprises et vérifications',
    'Demandes',
    'Attend depuis le',
    'Accompagnements',
    'Dernier accompagnement',
  ],
  /** « vérifie si elle peut reproduire « Arbres et ombrage » » */
  ask: (kind: AskKind, title: string | null): string =>
    ({
      check: `Vérifie si elle peut reproduire${about(title)}`,
      interest: `A déclaré un intérêt pour${about(title)}`,
      letter: `A écrit à ceux qui ont fait${about(title)}`,
      help: 'Demande de l’aide',
    })[kind],
  since: (day: string, by: string | null) => (by ? `${by}, le ${day}` : `Le ${day}`),
  checking: 'Vérification en cours',
  city: {
    asks: 'Ce qu’elle demande',
    asksEmpty:
      'Cette ville n’a rien demandé. Ses vérifications, ses intérêts et ses messages apparaîtront ici.',
    offered: 'J’ai proposé mon aide',
    experiments: 'Ses expérimentations',
    noExperiments: 'Cette ville n’expérimente pas.',
    adoptions: 'Ses reprises et ses vérifications',
    noAdoptions: 'Cette ville ne reproduit encore aucun cas d’usage.',
    supports: 'Accompagnements',
    supportsEmpty: 'Aucun accompagnement noté. Notez ici ce que votre structure fait pour cette ville.',
    page: 'Page de la ville',
  },
  note: {
    title: 'Noter un accompagnement',
    lead: 'La ville, votre structure et la coordination le lisent.',
    day: 'Jour',
    what: 'Ce qui a été fait',
    hint: 'Par exemple : une visite, un fichier relu, une formation.',
    submit: 'Noter',
    change: 'Modifier',
    changeOf: (what: string) => `Modifier : ${what}`,
    save: 'Enregistrer',
    withdraw: 'Retirer',
    withdrawOf: (what: string) => `Retirer : ${what}`,
    refused: 'L’accompagnement n’est pas noté',
  },
  write: {
    title: 'Écrire à la ville',
    lead: (people: number) =>
      `Votre message part par courriel à ${plural(people, 'personne', 'personnes')} de la ville, qui vous répondent directement. Il est gardé parmi les accompagnements.`,
    nobody:
      'Personne de cette ville n’a encore de compte : sa page donne, si elle l’a déclarée, une adresse où lui écrire.',
    message: 'Votre message',
    submit: 'Envoyer le message',
    refused: 'Le message n’est pas parti',
    subject: (structure: string) => `${structure} vous écrit`,
    says: (who: string) => `${who} vous écrit :`,
    answer: 'Répondez à ce courriel : votre réponse lui parviendra directement.',
    action: 'Voir ce qui a été fait pour votre ville',
    notice:
      'Vous recevez ce message parce que cette structure aide les villes de votre territoire avec leurs données. Votre adresse n’a pas été montrée.',
  },
  kinds: {
    offer: 'Aide proposée',
    message: 'Message envoyé',
    note: 'Accompagnement',
  } satisfies Record<SupportKind, string>,
  /** What is kept where somebody pressed « J’ai proposé mon aide ». */
  offered: 'Aide proposée',
  done: {
    offered: 'C’est noté : vous avez proposé votre aide.',
    offerBack: 'L’aide proposée n’est plus notée.',
    noted: 'L’accompagnement est noté.',
    changed: 'L’accompagnement est modifié.',
    withdrawn: 'L’accompagnement est retiré.',
    restored: 'L’accompagnement est de nouveau noté.',
    sent: (count: number) => `Votre message part à ${plural(count, 'personne', 'personnes')}.`,
    asked: (names: string) => `Votre demande part à ${names}.`,
  },
  undo: 'Annuler',
  /** Of the city’s own people. */
  help: {
    title: 'Demander de l’aide',
    lead: 'Votre animateur territorial des données est prévenu et vous répond à votre adresse professionnelle. Toute votre ville lit cette demande.',
    to: (names: string) => `Pour ${names}`,
    message: 'Votre demande',
    hint: 'Dites ce que vous voulez faire, et ce qui vous arrête.',
    submit: 'Demander de l’aide',
    refused: 'La demande n’est pas partie',
    nobody:
      'Aucune structure reliée à Cordée ne couvre votre territoire pour le moment. Le réseau est présenté avec ses coordonnées.',
    past: 'Vos demandes',
    supports: 'Ce qui a été fait pour nous',
    noSupports: 'Rien n’est encore noté.',
    mail: {
      subject: (city: string) => `${city} demande votre aide`,
      says: (who: string) => `${who} vous demande de l’aide :`,
      answer: 'Répondez à ce courriel : votre réponse lui parviendra directement.',
      action: 'Voir cette ville sur mon territoire',
      notice: 'Vous recevez ce message parce que votre structure couvre le territoire de cette ville.',
    },
  },
  /** On the page of a structure, for whoever coordinates and for its own people. */
  ofStructure: {
    title: 'Accompagnements',
    empty: 'Aucun accompagnement n’est encore noté.',
  },
  errors: {
    'support.textEmpty': 'Écrivez quelques mots.',
    'support.textTooLong': 'Ce texte est trop long : 2 000 caractères au plus.',
    'support.dayInvalid': 'Choisissez un jour, aujourd’hui au plus tard.',
    'support.nobodyThere': 'Personne de cette ville n’a encore de compte.',
    'support.noFacilitator': 'Aucune structure reliée à Cordée ne couvre encore votre ville.',
    'support.askedToday': 'Vous avez déjà demandé de l’aide aujourd’hui. Vous pourrez recommencer demain.',
    'support.tooMany': 'Vous avez écrit assez de messages pour aujourd’hui. Vous pourrez recommencer demain.',
    'support.wasSent': 'Ce message est parti : il reste tel qu’il a été envoyé.',
  } satisfies Record<SupportError, string>,
} as const;
