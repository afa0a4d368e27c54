import type { Line } from '#shared/news/notification/lines.ts';
import type {
  ChosenReason,
  Delivery,
  SaidReason,
  Unsubscribed,
  WatchedKind,
  WatchLevel,
} from '#shared/news/notification/notification.ts';
import { ACTIVITY_VERBS } from '#shared/people/activity/activity.ts';
import { PROGRAMME_VERBS, programmeEventOf } from '#shared/people/activity/programme-events.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { activity } from '../../people/activity/activity.fr.ts';
import { following } from '../following.fr.ts';
import { programmeEvent } from './programme-event.fr.ts';

const KINDS_OF_NEWS: Readonly<Record<string, readonly [string, string]>> = {
  'document.edited': ['modification', 'modifications'],
  'document.commented': ['commentaire', 'commentaires'],
  'document.replied': ['réponse', 'réponses'],
  'document.suggested': ['suggestion', 'suggestions'],
  'board.commented': ['commentaire', 'commentaires'],
  'board.replied': ['réponse', 'réponses'],
  'board.assigned': ['carte confiée', 'cartes confiées'],
  'experiment.commented': ['commentaire', 'commentaires'],
};

/** « a », « a et b », « a, b et 2 autres personnes » */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 3 ? 2 : 3);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} autres personnes`] : shown;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} et ${all.at(-1)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What happened, without whose doing it was. */
function sentenceOf({ verb, count, title, place, reasons }: Line): string {
  if (verb === 'document.edited' && count === 1 && reasons.includes('mention'))
    return `vous a cité dans « ${title} »`;
  const known = ACTIVITY_VERBS.find((candidate) => candidate === verb);
  if (known && count === 1) return activity.sentences[known](title);
  const ofProgramme = PROGRAMME_VERBS.find((candidate) => candidate === verb);
  if (ofProgramme && count === 1) return programmeEvent.line(ofProgramme, title, place ?? '');
  const [one, many] = (verb && KINDS_OF_NEWS[verb]) || ['nouveauté', 'nouveautés'];
  return `${plural(count, one, many)} dans « ${title} »`;
}

/** Words of the notification centre, its settings, and its mails. */
export const notification = {
  title: 'Notifications',
  lead: 'Ce que les autres ont fait et qui vous concerne, ou que vous suivez.',
  settings: 'Réglages',
  /** One line: « Claire a commenté… », « 3 modifications dans… de Claire et Marc ». */
  line: (line: Line) => {
    const names = line.actors.map((name) => name ?? 'quelqu’un');
    const sentence = sentenceOf(line);
    if (line.count === 1 && programmeEventOf(line.verb ?? '')?.isOfItself)
      return { actor: null, sentence: capital(sentence), by: null };
    return line.count === 1
      ? { actor: line.actors[0] ?? 'Quelqu’un', sentence, by: null }
      : { actor: null, sentence, by: `par ${listed(names)}` };
  },
  unreadTitle: 'Non lues',
  readTitle: 'Déjà lues',
  count: (count: number) => plural(count, 'sujet', 'sujets'),
  markAll: 'Tout marquer comme lu',
  allRead: 'Tout est marqué comme lu.',
  unreadAgain: 'C’est annulé : ces notifications sont de nouveau à lire.',
  undo: 'Annuler',
  older: 'Plus anciennes',
  newest: 'Revenir aux plus récentes',
  comparison: 'Voir les modifications',
  comparisonOf: (title: string) => ` de « ${title} »`,
  follow: 'Suivi',
  followOf: (title: string) => `Suivi de « ${title} »`,
  emptyTitle: 'Rien pour le moment',
  emptyText:
    'Quand quelqu’un vous cite, vous répond, vous confie une carte, commente votre expérimentation ou touche à ce que vous avez créé, vous le lisez ici. Suivez un groupe, un document ou un tableau pour en savoir plus.',
  nothingUnread: 'Vous avez tout lu.',
  reasons: {
    mention: 'On vous cite',
    reply: 'Dans votre discussion',
    assigned: 'Confié à vous',
    suggestion: 'Sur votre texte',
    access: 'On vous demande un accès',
    accessAnswered: 'Réponse à votre demande d’accès',
    review: 'On vous demande une relecture',
    ownReview: 'Relecture que vous avez ouverte',
    programme: 'Dans le programme',
    own: 'Ce que vous avez créé',
    group: 'Vous suivez',
  } satisfies Record<SaidReason, string>,

  settingsPage: {
    lead: 'Tout est dans la page Nouveautés. Choisissez ce qui vient aussi par courriel.',
    toCentre: 'Voir mes notifications',
    saved: 'Vos réglages sont enregistrés.',
    save: 'Enregistrer',
    byKind: 'Par type de nouvelle',
    kinds: {
      mention: 'On vous cite',
      reply: 'On répond dans une discussion où vous êtes',
      assigned: 'On vous confie une carte',
      suggestion: 'On propose une modification de votre texte',
      programme: 'Il se passe quelque chose, dans le programme, qui vous concerne',
      own: 'On touche à ce que vous avez créé',
      group: 'Ce que vous suivez entièrement',
    } satisfies Record<ChosenReason, string>,
    deliveries: {
      app: 'Dans Cordée seulement',
      mail: 'Par courriel, aussitôt',
      digest: 'Dans le courriel de la semaine',
    } satisfies Record<Delivery, string>,
    digestTitle: 'Courriel de la semaine',
    digest:
      'Recevoir le lundi à 8 h ce qui m’attend dans la semaine et, pour chacun de mes groupes et pour le programme, ce qui s’y est passé',
    digestHint: 'Une semaine sans nouvelle n’envoie rien.',
    newsletterTitle: 'Lettre d’information',
    newsletter: 'Recevoir la lettre d’information du programme',
    newsletterHint: 'L’animation l’envoie de temps en temps. Toutes se relisent dans Cordée.',
    quietTitle: 'Heures calmes',
    quietHint:
      'Aucun courriel de notification ne part pendant ces heures (heure de Paris) ; il attend leur fin.',
    from: 'À partir de',
    to: 'Jusqu’à',
    always: 'Les mêmes heures : pas d’heures calmes.',
    weekends: 'Le samedi et le dimanche aussi, toute la journée',
    hour: (hour: number) => `${hour} h`,
    groupsTitle: 'Suivi de mes groupes',
    watchedTitle: 'Documents et tableaux suivis à part',
    noneWatched:
      'Aucun : chaque document et chaque tableau suit son groupe. « Suivi », dans leur menu, permet d’en décider autrement.',
    change: 'Changer',
    changeOf: (title: string) => `Changer le suivi de « ${title} »`,
  },

  levels: {
    all: 'Tout',
    mine: 'Ce qui me concerne',
    none: 'Rien',
  } satisfies Record<WatchLevel, string>,
  watch: {
    title: 'Suivi',
    lead: {
      group: 'Ce dont vous entendez parler dans ce groupe.',
      document: 'Ce dont vous entendez parler dans ce document.',
      board: 'Ce dont vous entendez parler dans ce tableau.',
    } satisfies Record<WatchedKind, string>,
    question: 'De quoi voulez-vous entendre parler ?',
    inherit: (level: WatchLevel) => `Comme le groupe (${following.levels[level]})`,
    hints: {
      all: 'Chaque modification, commentaire et changement fait par les autres.',
      mine: 'Quand on vous cite, vous répond, vous confie quelque chose, ou touche à ce que vous avez créé.',
      none: 'Pas même quand on vous cite. Seules viennent les réponses à vos demandes d’accès.',
    } satisfies Record<WatchLevel, string>,
    save: 'Enregistrer',
    saved: 'Votre choix est enregistré.',
    back: 'Revenir aux notifications',
    open: (title: string) => `Ouvrir « ${title} »`,
  },

  unsubscribe: {
    title: 'Ne plus recevoir ces courriels',
    of: {
      mention: 'quand on vous cite',
      reply: 'quand on vous répond',
      assigned: 'quand on vous confie une carte',
      suggestion: 'quand on propose une modification de votre texte',
      programme: 'sur ce qui vous concerne dans le programme',
      own: 'quand on touche à ce que vous avez créé',
      group: 'sur ce que vous suivez entièrement',
      digest: 'de la semaine',
      newsletter: 'de la lettre d’information',
      all: 'de notification, tous',
    } satisfies Record<Unsubscribed, string>,
    question: (of: string) => `Voulez-vous ne plus recevoir les courriels ${of} ?`,
    stays:
      'Les nouvelles restent dans la page Notifications de Cordée. Les invitations et les mots de passe oubliés continuent de vous parvenir.',
    submit: 'Ne plus les recevoir',
    done: (of: string) => `C’est fait : vous ne recevrez plus les courriels ${of}.`,
    undo: 'Les recevoir à nouveau',
    undone: 'C’est rétabli : vous recevrez de nouveau ces courriels, comme avant.',
    settings: 'Tous mes réglages',
    unusable:
      'Ce lien ne sert plus. Connectez-vous : la page Notifications de votre compte règle vos courriels.',
    refused: 'Lien inutilisable',
  },
} as const;
