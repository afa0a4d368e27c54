import { partsOf } from '../../documents/text/object-address.ts';
import { dates } from '../../kernel/dates.fr.ts';
import { dueDays } from '../../kernel/day/due-days.fr.ts';
import { months } from '../../kernel/day/months.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { ofName } from '../../kernel/text/of-name.fr.ts';
import type { ObligationKind } from '../../obligations.ts';
import type { Bucket, Obligation } from './to-do.ts';

interface OwedWords {
  /** A verb and its object. */
  readonly title: (owed: Obligation) => string;
  /** What the button says: an act. */
  readonly act: string;
  /** Who asks, and where, without an end. */
  readonly why: (owed: Obligation) => string;
}

const place = ({ place: where }: Obligation) => where;
const within = ({ title, place: where }: Obligation) => (where ? `« ${title} », ${where}` : `« ${title} »`);
const asked = ({ by, place: where }: Obligation) =>
  [by && `demandé par ${by}`, where].filter(Boolean).join(', ');
const gathered = ({ count, total }: Obligation) =>
  `${count} sur ${plural(total, 'organisation a répondu', 'organisations ont répondu')}`;
const monthIn = ({ id }: Obligation) => months.of(partsOf(id)[1] ?? '').replace(/ \d{4}$/, '');
const named = (title: string) => title || 'sans titre';

/** [AF1] What each line of À faire says. */
const owed: Readonly<Record<ObligationKind, OwedWords>> = {
  answer: { title: ({ title }) => `Dire si vous venez : ${title}`, act: 'Répondre', why: place },
  datePoll: {
    title: ({ title }) => `Répondre au sondage de dates de « ${title} »`,
    act: 'Répondre',
    why: place,
  },
  item: {
    title: ({ count, title }) =>
      count === 1
        ? `Accepter ou refuser le point : ${title}`
        : `Accepter ou refuser ${count} points proposés`,
    act: 'Voir les points',
    why: ({ count, title, by, place: where }) =>
      count === 1 ? [by && `proposé par ${by}`, where].filter(Boolean).join(', ') : `${title}, ${where}`,
  },
  prepare: { title: ({ title }) => `Préparer le point : ${title}`, act: 'Préparer', why: place },
  draftMinutes: {
    title: ({ title }) => `Envoyer le compte rendu : ${title}`,
    act: 'Relire et envoyer',
    why: place,
  },
  minutes: { title: ({ title }) => `Approuver le compte rendu : ${title}`, act: 'Relire', why: asked },
  review: {
    title: ({ title }) => `Relire et signer « ${title} »`,
    act: 'Relire',
    why: (one) => [asked(one), gathered(one)].filter(Boolean).join(', '),
  },
  gather: {
    title: ({ title }) => `Réunir les réponses sur « ${title} »`,
    act: 'Voir qui manque',
    why: gathered,
  },
  join: {
    title: ({ count }) =>
      count === 1 ? 'Répondre à une demande d’entrée' : `Répondre à ${count} demandes d’entrée`,
    act: 'Répondre',
    why: ({ title }) => title,
  },
  tie: {
    title: ({ count, by, title }) =>
      count === 1
        ? `Dire si ${by ?? 'quelqu’un'} est bien de ${title}`
        : `Confirmer ${count} rattachements à ${title}`,
    act: 'Répondre',
    why: () => 'une candidature ne se dépose pas sans cela',
  },
  entry: {
    title: ({ count, by }) =>
      count === 1 && by ? `Répondre à ${by}` : `Répondre à ${count} demandes d’accès`,
    act: 'Répondre',
    why: () => 'demande d’accès au programme',
  },
  silent: {
    title: ({ count }) =>
      count === 1 ? 'Prendre des nouvelles d’une ville' : `Prendre des nouvelles de ${count} villes`,
    act: 'Voir',
    why: ({ title, by }) => [by, title].filter(Boolean).join(', '),
  },
  access: {
    title: ({ count }) =>
      count === 1 ? 'Répondre à une demande d’accès' : `Répondre à ${count} demandes d’accès`,
    act: 'Répondre',
    why: within,
  },
  suggestion: {
    title: ({ count, by }) => {
      const from = by ? ` ${ofName(by)}` : '';
      return count === 1
        ? `Accepter ou refuser une suggestion${from}`
        : `Accepter ou refuser ${count} suggestions${from}`;
    },
    act: 'Voir',
    why: within,
  },
  mention: { title: ({ by }) => `Répondre à ${by}`, act: 'Répondre', why: within },
  card: { title: ({ title }) => named(title), act: 'C’est fait', why: place },
  log: { title: (one) => `Écrire le journal ${monthIn(one)}`, act: 'Écrire', why: ({ title }) => title },
  missingLog: {
    title: (one) => `Demander le journal ${monthIn(one)} : ${one.title}`,
    act: 'Voir le journal',
    why: place,
  },
  question: { title: ({ by }) => `Répondre à ${by}`, act: 'Répondre', why: ({ title }) => title },
  milestone: { title: ({ title }) => `Atteindre le jalon : ${title}`, act: 'Atteint', why: place },
  need: { title: ({ title }) => `Dire où en sont les données « ${title} »`, act: 'Préciser', why: place },
  draft: {
    title: ({ title }) => `Terminer la candidature « ${named(title)} »`,
    act: 'Continuer',
    why: ({ place: where, count }) => `${where}, remplie à ${count} %`,
  },
  correction: {
    title: ({ title }) => `Corriger la candidature « ${named(title)} »`,
    act: 'Corriger',
    why: place,
  },
  complement: {
    title: ({ title }) => `Compléter votre dossier « ${named(title)} »`,
    act: 'Compléter',
    why: ({ place: where, count }) => `${where}, candidature retenue, complément rempli à ${count} %`,
  },
  assign: {
    title: ({ count }) =>
      count === 1 ? 'Confier une candidature à noter' : `Confier ${count} candidatures à noter`,
    act: 'Confier',
    why: ({ title }) => title,
  },
  assess: {
    title: ({ count }) => (count === 1 ? 'Noter une candidature' : `Noter ${count} candidatures`),
    act: 'Noter',
    why: ({ title }) => title,
  },
  opinion: { title: ({ title }) => `Donner votre avis sur « ${title} »`, act: 'Donner un avis', why: asked },
  deliverable: { title: ({ title }) => `Remettre le livrable : ${title}`, act: 'Remettre', why: place },
  verdict: { title: ({ title }) => `Accepter ou refuser le livrable : ${title}`, act: 'Voir', why: place },
  chapter: { title: ({ title }) => `Terminer le chapitre « ${title} »`, act: 'Écrire', why: place },
  cityText: {
    title: ({ title }) => `Écrire le texte de votre ville : « ${title} »`,
    act: 'Écrire',
    why: place,
  },
  support: {
    title: ({ title }) => `Proposer de l’aide à ${title}`,
    act: 'J’ai proposé mon aide',
    why: ({ by, place: about, count }) =>
      [by, about ? `au sujet de « ${about} »` : 'demande de l’aide', count > 1 && `et ${count - 1} de plus`]
        .filter(Boolean)
        .join(', '),
  },
  adoption: { title: ({ title }) => `Dire où en est la reprise de « ${title} »`, act: 'Dire', why: place },
};

/** Words of À faire, on the home page and on its own. */
export const toDo = {
  title: 'À faire',
  lead: 'Tout ce qui attend quelque chose de vous, dans vos groupes et dans le programme, le plus pressé d’abord.',
  all: 'Tout voir',
  sign: 'À signer',
  buckets: {
    late: 'En retard',
    today: 'Aujourd’hui',
    week: 'Cette semaine',
    later: 'Plus tard',
  } satisfies Record<Bucket, string>,
  laterFrom: (count: number, day: string) => `${count}, à partir du ${dueDays.day(day)}`,
  nothingToday: 'Rien à faire aujourd’hui.',
  nothing: 'Rien ne vous attend.',
  nothingText:
    'Les séances où l’on vous espère, les textes à relire, les demandes et les cartes à votre nom viendront ici.',
  /** How many, for whoever hears the menu. */
  count: (count: number) => plural(count, 'chose à faire', 'choses à faire'),
  owed,
  /** « Vendredi 17 mars. », « À 14 h. »; nothing of what has no day. */
  when: ({ day, at }: Pick<Obligation, 'day' | 'at'>, today: string): string | null => {
    if (day === null) return null;
    const said = at && day === today ? `à ${dates.clock(at)}` : dueDays.full(day);
    return `${capital(said)}.`;
  },
  why: (one: Obligation): string => capital(owed[one.kind].why(one)),
  come: 'Je viens',
  comeNot: 'Je ne viens pas',
  answered: { yes: 'C’est noté : vous venez.', no: 'C’est noté : vous ne venez pas.' },
  answerBack: 'Votre réponse est retirée.',
  accept: 'Accepter',
  refuse: 'Refuser',
  itemAccepted: 'Le point est à l’ordre du jour.',
  itemRefused: 'Le point est retiré de l’ordre du jour.',
  itemWaits: 'Le point attend de nouveau votre réponse.',
  cardDone: 'C’est fait : la carte est terminée.',
  cardBack: 'La carte est de nouveau à faire.',
  reached: 'C’est noté : le jalon est atteint aujourd’hui.',
  offered: 'C’est noté : vous avez proposé votre aide.',
  offerBack: 'L’aide proposée n’est plus notée.',
  reachedNot: 'Le jalon n’est plus noté comme atteint.',
  undo: 'Annuler',
  /** Of what somebody else does. */
  see: 'Voir',
  refused: 'Cela n’a pas été fait',
  /** The gesture and what it is about, for whoever hears buttons one by one. */
  actOn: (act: string, title: string) => `${act} : ${title}`,
} as const;

function capital(said: string): string {
  return said.charAt(0).toUpperCase() + said.slice(1);
}
