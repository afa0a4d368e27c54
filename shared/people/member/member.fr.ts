import type { MemberError } from '#shared/errors.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of the members of a group. */
export const member = {
  title: 'Membres',
  count: (count: number) => plural(count, 'membre', 'membres'),
  withoutOrganisation: 'Sans organisation',
  wholeOrganisation: (role: string) => `Toute l’organisation : ${role}`,
  nobodyYet: 'Personne de cette organisation n’a encore de compte.',
  byOrganisation: 'Par son organisation',
  until: (day: string) => `jusqu’au ${day}`,
  ended: (day: string) => `terminé le ${day}`,
  suspended: 'Compte suspendu',
  lastVisit: (when: string) => `Dernière visite : ${when}`,
  neverCame: 'Aucune visite',
  you: 'vous',
  edit: 'Modifier',
  editOf: (name: string) => `Modifier ${name}`,
  role: 'Rôle dans le groupe',
  roleHelp: {
    facilitator: 'anime le groupe et gère ses membres',
    contributor: 'écrit les documents et les tableaux',
    consultant: 'écrit, pour une durée limitée',
    reviewer: 'lit et commente, relit avant publication',
    observer: 'lit et commente',
  },
  lastDay: 'Dernier jour',
  lastDayHint: 'Laissez vide pour une participation sans date de fin.',
  save: 'Enregistrer',
  remove: 'Retirer du groupe',
  /** Said after the name of a button, for those who hear it alone. */
  named: (name: string) => `, ${name}`,
  removed: (name: string) => `${name} ne fait plus partie du groupe.`,
  undo: 'Annuler le retrait',
  refused: 'Ce changement n’a pas pu se faire',
  news: {
    ajout: 'Le groupe a un nouveau membre.',
    changement: 'Le changement est enregistré.',
    annulation: 'Le retrait est annulé : rôle et date de fin sont rétablis.',
    invitation: 'L’invitation est faite, son courriel est écrit.',
    renvoi: 'L’invitation est refaite avec un nouveau lien, son courriel est écrit. L’ancien ne sert plus.',
    retrait: 'L’invitation est retirée : son lien ne sert plus.',
  },
  inviteTitle: 'Inviter quelqu’un',
  inviteLead:
    'Un courriel part avec un lien valable quatorze jours. Qui a déjà un compte devient membre aussitôt.',
  addPersonTitle: 'Ajouter une personne inscrite',
  person: 'Personne',
  choosePerson: 'Choisir une personne',
  findPerson: 'Chercher par nom, adresse ou organisation',
  findSubmit: 'Chercher',
  found: (count: number) =>
    plural(count, 'personne à choisir ci-dessous.', 'personnes à choisir ci-dessous.'),
  foundFirst: (count: number) =>
    `Les ${count} premières sont proposées ci-dessous. Cherchez un nom pour en voir d’autres.`,
  foundNobody: 'Personne ne correspond parmi ceux qui ne sont pas déjà membres.',
  addOrganisationTitle: 'Ajouter une organisation',
  addOrganisationLead: 'Toutes les personnes de l’organisation, d’aujourd’hui et de demain, auront ce rôle.',
  organisation: 'Organisation',
  chooseOrganisation: 'Choisir une organisation',
  add: 'Ajouter au groupe',
  errors: {
    'member.already': 'Déjà membre de ce groupe.',
    'member.notFound': 'Cette personne ou cette organisation n’est plus membre du groupe.',
    'member.organisationNotFound': 'Choisissez une organisation.',
    'member.lastFacilitator':
      'Un groupe garde au moins une animation sans date de fin : donnez d’abord ce rôle à quelqu’un d’autre.',
    'member.untilInvalid': 'Écrivez une date qui existe, dans le futur.',
    'member.roleInvalid': 'Choisissez un rôle.',
  } satisfies Record<MemberError, string>,
} as const;
