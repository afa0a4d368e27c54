import type { CalendarError } from '#shared/errors.ts';

/** Words of the calendars that people read outside, and of the page where they make and end their addresses. */
export const calendar = {
  title: 'Calendriers',
  lead: 'Vos échéances et vos séances dans votre agenda habituel (Thunderbird, Outlook, Google Agenda, téléphone). Il les relit de lui-même, en général toutes les heures.',
  newTitle: 'Nouvelle adresse',
  what: 'Que doit montrer ce calendrier ?',
  mine: 'Les échéances de mes cartes, dans tous mes groupes, et les événements auxquels je participe',
  mineShort: 'Mes cartes et mes événements',
  wholeBoard: (board: string) => `Toutes les échéances de « ${board} »`,
  boardShort: (board: string) => `Tableau « ${board} »`,
  wholeGroup: (group: string) => `Les séances du groupe « ${group} »`,
  groupShort: (group: string) => `Séances de « ${group} »`,
  create: 'Créer l’adresse',
  created: 'Votre adresse est prête. Copiez-la maintenant : elle ne sera plus montrée.',
  address: {
    label: 'Adresse du calendrier',
    hint: 'Collez-la dans votre agenda, à « S’abonner à un calendrier » ou « À partir d’une adresse ». Qui la connaît lit ce calendrier sans mot de passe : ne la publiez pas.',
    copy: 'Copier l’adresse',
    copied: 'Adresse copiée.',
  },
  listTitle: 'Vos adresses',
  listTable: 'Vos adresses de calendrier',
  none: 'Vous n’avez pas encore d’adresse.',
  shows: 'Ce qu’elle montre',
  since: 'Créée',
  lastRead: 'Lue pour la dernière fois',
  neverRead: 'Jamais',
  revoke: 'Supprimer',
  revokeOf: (what: string) => `Supprimer l’adresse de : ${what}`,
  revoked:
    'L’adresse est supprimée : elle ne montre plus rien. Ce que l’agenda a déjà lu y reste jusqu’à ce que vous l’y retiriez.',
  faults: 'L’adresse n’a pas été créée',

  /** What the calendar is called where it is read. */
  nameMine: 'Cordée, mes échéances',
  nameBoard: (board: string) => `Cordée, ${board}`,
  /** Under the title of a card there. */
  about: (board: string, column: string, group: string) =>
    `Tableau « ${board} », colonne « ${column} »\nGroupe « ${group} »`,
  gone: 'Ce calendrier n’existe pas, ou n’existe plus. Dans Cordée, la page Calendriers de votre compte en donne un nouveau.',
  tooOften: 'Ce calendrier est lu trop souvent. Réessayez plus tard.',

  errors: {
    'calendar.tooMany': 'Vous avez déjà vingt adresses. Supprimez d’abord celles qui ne servent plus.',
  } satisfies Record<CalendarError, string>,
} as const;
