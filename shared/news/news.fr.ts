import { FIRST_DAYS, type NewsFact, type NewsItem, type NewsKind } from '#shared/news/news.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { plural } from '../kernel/plural.fr.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

const CREATED = {
  comment: '',
  meeting: '',
  decision: '',
  topic: '',
  resource: '',
  dataset: '',
  document: 'nouveau document',
  card: 'nouvelle carte',
  board: 'nouveau tableau',
  person: '',
} satisfies Record<NewsKind, string>;

/** What the activity says of meetings, resources and data sets, after their name; of other verbs, that they changed. */
const SAID: Partial<Record<ActivityVerb, string>> = {
  'meeting.planned': 'séance prévue',
  'meeting.opened': 'séance ouverte',
  'meeting.closed': 'séance tenue',
  'meeting.voteClosed': 'un vote a son résultat',
  'minutes.submitted': 'compte rendu soumis',
  'minutes.approved': 'compte rendu approuvé',
  'topic.opened': 'nouvelle discussion',
  'topic.replied': 'nouveaux messages',
  'resource.shared': 'partagée',
  'resource.versionAdded': 'nouvelle version',
  'dataset.created': 'nouveau dans le registre',
  'dataset.changed': 'description mise à jour',
  'dataset.restored': 'de retour dans le registre',
  'check.done': 'fichier contrôlé',
};

/** What happened to one object, as a piece of a line. */
function factWords(kind: NewsKind, fact: NewsFact): string {
  switch (fact.what) {
    case 'created':
      return CREATED[kind];
    case 'written':
      return 'texte modifié';
    case 'said':
      return SAID[fact.verb] ?? 'modifiée';
    case 'comments':
      return plural(fact.count, 'commentaire', 'commentaires');
    case 'answers':
      return plural(fact.count, 'message', 'messages');
    case 'named':
      return 'on vous y nomme';
    case 'assigned':
      return 'vous est confiée';
    case 'archived':
      return 'archivée';
    case 'moved':
      return `passe en « ${fact.to} »`;
    case 'finished':
      return `terminée, en « ${fact.to} »`;
    case 'arrived':
      return 'fait maintenant partie du groupe';
  }
}

/** Words of what changed since a person's last visit. */
export const news = {
  title: 'Nouveautés',
  lead: 'Ce que les autres ont fait dans vos groupes et dans le programme. Rien n’en disparaît tant que vous ne l’avez pas marqué comme lu, ou ouvert.',
  sectionTitle: 'Depuis ma dernière visite',
  since: (day: string) => `Depuis votre dernière visite, le ${day}`,
  sinceShort: (moment: string) => `le ${moment}`,
  first: `Les ${FIRST_DAYS} derniers jours`,
  kinds: {
    comment: 'On vous a écrit',
    meeting: 'Séances',
    decision: 'Décisions',
    topic: 'Discussions',
    resource: 'Ressources',
    dataset: 'Jeux de données',
    document: 'Documents',
    card: 'Cartes',
    board: 'Tableaux',
    person: 'Arrivées',
  } satisfies Record<NewsKind, string>,
  counts: {
    comment: (count: number) => plural(count, 'fil vous concerne', 'fils vous concernent'),
    meeting: (count: number) => plural(count, 'séance', 'séances'),
    decision: (count: number) => plural(count, 'décision', 'décisions'),
    topic: (count: number) => plural(count, 'discussion', 'discussions'),
    resource: (count: number) => plural(count, 'ressource', 'ressources'),
    dataset: (count: number) => plural(count, 'jeu de données', 'jeux de données'),
    document: (count: number) => plural(count, 'document modifié', 'documents modifiés'),
    card: (count: number) => plural(count, 'carte a changé', 'cartes ont changé'),
    board: (count: number) => plural(count, 'nouveau tableau', 'nouveaux tableaux'),
    person: (count: number) => plural(count, 'arrivée', 'arrivées'),
  } satisfies Record<NewsKind, (count: number) => string>,
  /** What happened to one object, where, and by whom: « texte modifié · Suivi · par Boris ». */
  said: ({ kind, facts, context, by }: NewsItem) =>
    [...facts.map((fact) => factWords(kind, fact)), context, by.length > 0 ? `par ${list.format(by)}` : null]
      .filter(Boolean)
      .join(' · '),
  compare: 'Voir ce qui a changé',
  compareOf: (title: string) => `Voir ce qui a changé dans « ${title} »`,
  others: (count: number) => `et ${plural(count, 'autre', 'autres')}`,
  all: (count: number) => (count === 1 ? 'Voir la nouveauté' : `Voir les ${count} nouveautés`),
  total: (count: number) => plural(count, 'nouveauté', 'nouveautés'),
  read: 'Marquer comme lu',
  readOf: (group: string) => `Marquer comme lu : ${group}`,
  readAll: 'Tout marquer comme lu',
  isRead: (group: string | null) =>
    group ? `Les nouveautés de « ${group} » sont marquées comme lues.` : 'Tout est marqué comme lu.',
  undo: 'Annuler',
  unread: 'C’est annulé : ces nouveautés sont de nouveau à lire.',
  allGroups: 'Toutes les nouveautés',
  nothing: 'Rien de nouveau.',
  emptyTitle: 'Rien de nouveau depuis votre dernière visite',
  emptyText:
    'Ce que les autres écrivent, déplacent ou décident dans vos groupes et dans le programme apparaîtra ici, par groupe et par objet.',
  toGroups: 'Aller à mes groupes',
} as const;
