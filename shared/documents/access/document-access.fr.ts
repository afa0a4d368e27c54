import type { DocumentRole, Visibility } from '#shared/documents/document-access.ts';
import type { DocumentAccessError } from '#shared/errors.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of who sees a document, and why. */
export const documentAccess = {
  title: 'Accès',
  pageTitle: (title: string) => `Accès à « ${title} »`,
  lead: 'Qui voit ce document, ce que chacun peut y faire, et pourquoi.',
  back: 'Retour au document',
  visibility: 'Qui voit ce document',
  visibilities: {
    group: 'Le groupe',
    restricted: 'Les personnes choisies',
    programme: 'Tout le programme',
  } satisfies Record<Visibility, string>,
  visibilityHelp: {
    group: 'Chaque membre du groupe, selon son rôle, et qui est nommé ci-dessous.',
    restricted:
      'L’animation du groupe et qui est nommé ci-dessous. Pour les autres, le document n’existe pas.',
    programme: 'Le groupe, selon le rôle de chacun. Toute personne connectée peut aussi le lire.',
  } satisfies Record<Visibility, string>,
  /** [MV3] The same in the space of an organisation, which nobody facilitates. */
  ofSpace: {
    visibilities: {
      group: 'Mon organisation',
      restricted: 'Moi et les personnes choisies',
      programme: 'Tout le programme',
    } satisfies Record<Visibility, string>,
    visibilityHelp: {
      group: 'Chaque personne de l’organisation, et qui est nommé ci-dessous.',
      restricted: 'Qui est nommé ci-dessous, et personne d’autre. Si votre nom est le seul, vous seulement.',
      programme: 'L’organisation peut l’écrire. Toute personne connectée peut aussi le lire.',
    } satisfies Record<Visibility, string>,
  },
  /** [D39] The dialog of the button « Partager ». */
  share: {
    title: 'Partager ce document',
    link: 'Lien du document',
    linkHint: 'Il ne s’ouvre que pour les personnes qui voient déjà ce document.',
    copy: 'Copier le lien',
    copied: 'Le lien est copié.',
    notCopied: 'Le lien n’a pas pu être copié : il est sélectionné, copiez-le au clavier.',
    loading: 'Recherche de qui le voit…',
    offline: 'Vous êtes hors ligne : qui voit ce document se lira quand la connexion sera revenue.',
    close: 'Fermer',
    change: 'Changer les accès',
    more: 'Voir les accès',
  },
  people: (count: number) => plural(count, 'personne', 'personnes'),
  save: 'Enregistrer',
  publicNote:
    'Le public ne voit jamais le document lui-même : seulement l’état que vous publiez, s’il est publié.',
  roles: {
    editor: 'Peut écrire',
    commenter: 'Peut commenter',
    reader: 'Peut lire',
  } satisfies Record<DocumentRole, string>,
  access: {
    write: 'Écrit',
    comment: 'Commente',
    read: 'Lit',
  } satisfies Record<RoomAccess, string>,
  named: 'Accès donnés par leur nom',
  namedEmpty:
    'Personne n’est nommé. Vous pouvez donner ce document à quelqu’un d’un autre groupe, ou à toute une ville.',
  wholeOrganisation: 'toute l’organisation',
  roleOf: (name: string) => `Droit de ${name}`,
  change: 'Changer',
  changeOf: (name: string) => `Changer le droit de ${name}`,
  remove: 'Retirer',
  removeNamed: (name: string) => `Retirer ${name}`,
  removed: (name: string) => `${name} n’a plus d’accès par son nom.`,
  undo: 'Annuler',
  give: 'Donner un accès',
  person: 'Personne',
  choosePerson: 'Choisissez une personne',
  organisation: 'Organisation',
  chooseOrganisation: 'Choisissez une organisation',
  withoutOrganisation: 'Sans organisation',
  role: 'Droit',
  giveAccess: 'Donner l’accès',
  toPerson: 'à cette personne',
  toOrganisation: 'à cette organisation',
  audience: 'Qui le voit, et pourquoi',
  audienceTable: 'Personnes qui voient ce document, ce qu’elles peuvent faire et pourquoi',
  who: 'Qui',
  city: 'Organisation',
  can: 'Peut',
  why: 'Pourquoi',
  reasons: {
    member: (role: string) => `membre du groupe (${role})`,
    organisationMember: (role: string) => `son organisation est membre du groupe (${role})`,
    platform: (role: string) => `rôle dans le programme (${role})`,
    named: (role: string) => `nommé sur ce document (${role})`,
    organisationNamed: (role: string) => `son organisation est nommée sur ce document (${role})`,
  },
  everybody: 'Toute autre personne connectée peut lire ce document : il est visible par tout le programme.',
  saved: 'L’accès est changé. Les pages ouvertes le savent déjà.',
  refused: 'L’accès n’a pas été changé',
  errors: {
    'documentAccess.nobody': 'Cette personne ou cette organisation n’est plus là. Rechargez la page.',
  } satisfies Record<DocumentAccessError, string>,
} as const;
