import type { AwaitedKind } from '#shared/news/to-do/to-do.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import { plural } from '../../kernel/plural.fr.ts';

const YOURS: Readonly<Partial<Record<OrganisationKind, string>>> = {
  municipality: 'Votre ville :',
  intermunicipality: 'Votre intercommunalité :',
};

/** Words of the home page. */
export const home = {
  hello: (firstName: string) => `Bonjour ${firstName}`,
  today: (date: string) => `${date[0]?.toUpperCase() ?? ''}${date.slice(1)}.`,
  /** Before the name of one's own organisation, by what it is. */
  yours: (kind: OrganisationKind) => YOURS[kind] ?? 'Votre organisation :',
  recent: 'Récemment modifiés',
  noRecent: 'Les documents et les tableaux de vos groupes apparaîtront ici dès qu’ils seront modifiés.',
  kinds: { document: 'Document', board: 'Tableau' },
  actions: 'Mes actions',
  allActions: (count: number) => `Toutes (${count})`,
  late: (count: number) => `dont ${count} en retard`,
  noAction:
    'Aucune carte ne vous est confiée. Celles qui porteront votre nom, sur les tableaux de vos groupes, viendront ici, les plus en retard d’abord.',
  toMyCards: 'Aller à mes cartes',
  awaited: 'On attend votre réponse',
  nothingAwaited:
    'Personne n’attend de réponse de vous. Les séances où l’on vous espère, les comptes rendus à approuver, les demandes et les suggestions sur vos documents viendront ici.',
  awaits: {
    answer: () => 'Dites si vous venez',
    item: (count) => plural(count, 'point proposé à l’ordre du jour', 'points proposés à l’ordre du jour'),
    minutes: () => 'Compte rendu à approuver',
    review: () => 'Texte à relire, au nom de votre organisation',
    join: (count) => plural(count, 'demande à rejoindre le groupe', 'demandes à rejoindre le groupe'),
    access: (count) => plural(count, 'demande d’accès', 'demandes d’accès'),
    suggestion: (count) =>
      plural(count, 'suggestion à accepter ou à refuser', 'suggestions à accepter ou à refuser'),
  } satisfies Record<AwaitedKind, (count: number) => string>,
  noMeeting: 'Aucune séance n’est prévue dans vos groupes.',
  seeMeetings: (group: string) => `Séances de « ${group} »`,
  around: 'Autour de vous',
  groups: 'Mes groupes',
  allGroups: 'Tous mes groupes',
} as const;
