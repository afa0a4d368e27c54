import type { PeopleFault, PeopleListError, PeopleNote } from '#shared/people/invitation/people-finding.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** What a list says, in quotes; a cell may hold a whole book. */
function quoted(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return `« ${short} »`;
}

const people = (count: number) => plural(count, 'personne', 'personnes');

/** [IB2] What is wrong with a line, or worth a look. */
function finding(found: PeopleFault | PeopleNote): string {
  switch (found.code) {
    case 'email.missing':
      return 'L’adresse manque.';
    case 'email.invalid':
      return `${quoted(found.value)} n’est pas une adresse complète, comme prenom.nom@ville.fr.`;
    case 'email.twice':
      return `${found.value} est déjà à la ligne ${found.firstLine}.`;
    case 'name.missing':
      return 'Le nom manque.';
    case 'name.tooLong':
      return `Ce nom est trop long : ${quoted(found.value)}.`;
    case 'organisation.unknown':
      return `Aucune organisation ne s’appelle ${quoted(found.value)}, et aucune n’a ce code Insee.`;
    case 'group.unknown':
      return `Aucun groupe ne s’appelle ${quoted(found.value)}.`;
    case 'role.unknown':
      return `${quoted(found.value)} n’est pas un rôle : écrivez Animation, Contribution, Conseil, Relecture ou Observation.`;
    case 'person.hasAccount':
      return `${found.value} a déjà un compte : rien ne lui est envoyé.`;
    case 'person.waits':
      return `${found.value} a déjà une invitation qui attend : rien de plus ne lui est envoyé.`;
    case 'name.read':
      return `${quoted(found.value)} est lu ${quoted(found.expected)}.`;
  }
}

/** [IB1] to [IB6] The page that invites people from a list, and its report. */
export const peopleList = {
  finding,
  title: 'Inviter une liste de personnes',
  lead: 'Collez des lignes ou déposez un fichier : nom, adresse, organisation, rôle, groupes. Tout est vérifié et montré avant que rien ne parte.',
  open: 'Inviter une liste',
  text: 'Lignes collées',
  textHint:
    'Une personne par ligne : nom ; adresse ; organisation ; rôle ; groupes. Le point-virgule, la virgule et la tabulation conviennent ; copiées d’un tableur, les cellules vont telles quelles. Plusieurs groupes se séparent par une barre verticale.',
  file: 'Ou un fichier CSV',
  fileHint:
    'Première ligne : nom (ou prénom et nom), adresse, organisation (nom ou code Insee), rôle, groupes, dans l’ordre que vous voulez. 5 000 personnes et 2 Mo au plus.',
  model: 'Modèle de fichier',
  modelName: 'personnes-modele.csv',
  modelRows: [
    ['nom', 'adresse', 'organisation', 'rôle', 'groupes'],
    [
      'Prénom Nom',
      'prenom.nom@ville.example',
      'Nom de l’organisation',
      'Contribution',
      'Premier groupe|Second groupe',
    ],
  ],
  check: 'Vérifier la liste',
  checking: 'Vérification en cours…',
  refused: 'La liste est à corriger',
  report: 'Ce que la liste fait',
  counted: ({ invited, joined, faults }: { invited: number; joined: number; faults: number }) =>
    [
      `${people(invited)} à inviter, par un courriel chacune.`,
      ...(joined > 0
        ? [`${people(joined)} de plus ont déjà un compte et deviennent membres des groupes dits.`]
        : []),
      ...(faults > 0
        ? [`${plural(faults, 'point à corriger', 'points à corriger')} : ces lignes sont laissées de côté.`]
        : []),
    ].join(' '),
  toMend: 'À corriger',
  toSee: 'À savoir',
  line: 'Ligne',
  what: 'Constat',
  more: (count: number) => `Et ${plural(count, 'autre point', 'autres points')} de la même liste.`,
  whom: 'Qui est invité',
  whomCaption: 'Les personnes de la liste, dans son ordre',
  person: 'Personne',
  organisation: 'Organisation',
  groups: 'Groupes',
  none: 'Aucun',
  mayGo: (count: number) => `Inviter ${people(count)}`,
  sending: 'Envoi en cours…',
  joinedOnly: (count: number) => `${people(count)} de la liste sont maintenant membres des groupes dits.`,
  made: (count: number) =>
    `${plural(count, 'invitation est prête', 'invitations sont prêtes')}. Voici ce qu’elles deviennent.`,
  again: (count: number) =>
    `${plural(count, 'invitation repart', 'invitations repartent')}, avec un nouveau lien.`,
  noServer:
    'Aucun serveur d’envoi n’est réglé sur cette installation : aucun courriel ne part. Les invitations sont gardées ici, avec leurs liens.',
  noServerLink: 'Lire les courriels gardés',
  noServerAsk: 'Demandez à l’administration de régler l’envoi.',
  batches: 'Listes invitées',
  batch: ({ day, by, count }: { day: string; by: string; count: number }) =>
    `${people(count)}, le ${day}, par ${by}`,
  batchTitle: (day: string) => `Liste du ${day}`,
  batchLead: ({ by, count }: { by: string; count: number }) =>
    `${people(count)}, invitées ensemble par ${by}.`,
  states: {
    came: 'Compte ouvert',
    left: 'Courriel parti',
    kept: 'Courriel gardé ici',
    refused: 'Refusé par le serveur de courriel',
    held: 'Partira plus tard',
    waiting: 'En attente d’envoi',
    expired: 'Lien expiré',
  },
  counts: {
    came: (count: number) => plural(count, 'compte ouvert', 'comptes ouverts'),
    left: (count: number) => plural(count, 'courriel parti, sans réponse', 'courriels partis, sans réponse'),
    kept: (count: number) => plural(count, 'courriel gardé ici', 'courriels gardés ici'),
    refused: (count: number) => plural(count, 'adresse refusée', 'adresses refusées'),
    held: (count: number) =>
      plural(count, 'courriel qui partira plus tard', 'courriels qui partiront plus tard'),
    waiting: (count: number) => plural(count, 'courriel en attente', 'courriels en attente'),
    expired: (count: number) => plural(count, 'lien expiré', 'liens expirés'),
  },
  state: 'État',
  since: 'Depuis',
  forgotten: (count: number) =>
    `${plural(count, 'invitation de cette liste a été effacée', 'invitations de cette liste ont été effacées')} depuis, au bout de leur durée de conservation.`,
  resend: 'Renvoyer à ceux qui ne sont pas venus',
  everybody: 'Toutes les personnes de cette liste sont venues.',
  invitedCaption: 'Les personnes de cette liste, par adresse',
  errors: {
    'peopleList.empty': 'Collez au moins une ligne, ou choisissez un fichier.',
    'peopleList.tooLong': 'Cette liste a plus de 5 000 personnes : coupez-la.',
    'peopleList.tooLarge': 'Cette liste est trop grosse : 2 Mo au plus.',
    'peopleList.notText': 'Ce fichier n’est pas un fichier CSV : c’est un texte en colonnes qui est attendu.',
    'peopleList.spreadsheet':
      'Ce fichier est un classeur de tableur : enregistrez-le au format CSV, ou copiez ses cellules ici.',
    'peopleList.quotes': 'Un guillemet ouvert n’est pas refermé : la suite de la liste ne peut pas être lue.',
    'peopleList.noAddress': 'Aucune adresse dans cette liste : chaque ligne doit en avoir une.',
    'peopleList.nobody':
      'Personne de cette liste n’est à inviter : corrigez les lignes, ou renvoyez une liste d’avant.',
    'peopleList.notFound': 'Cette liste n’existe pas.',
    'peopleList.nobodyLeft': 'Toutes les personnes de cette liste sont venues : rien n’est renvoyé.',
  } satisfies Record<PeopleListError, string>,
} as const;
