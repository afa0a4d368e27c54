import { plural } from '../../kernel/plural.fr.ts';
import type { FirstStepName, Installation } from './first-steps.ts';

interface StepWords {
  readonly title: string;
  readonly why: string;
  readonly open: string;
  readonly done: (installation: Installation) => string;
}

/** [HO2] The first steps of whoever administers a new installation. */
export const firstSteps = {
  title: 'Premiers pas',
  lead: 'Six étapes suffisent pour ouvrir aux premières villes, dans l’ordre que vous voulez. Vous pouvez vous arrêter et revenir.',
  count: (done: number, all: number) => `${done} sur ${all}`,
  leaves: 'Cette liste quitte l’accueil quand tout est fait. Vous la retrouvez dans Administration.',
  allDone: 'Tout est fait : cette liste n’est plus à l’accueil.',
  state: 'État de l’installation',
  mails: 'Courriels',
  mailsOn: 'un serveur les envoie',
  mailsOff: 'non réglés',
  backup: 'Sauvegarde',
  noBackup: 'aucune',
  cities: 'Villes',
  groups: 'Groupes',
  people: 'Personnes',
  next: 'Ensuite, si besoin',
  nextSteps: {
    call: 'Ouvrir un appel',
    front: 'Voir la page d’accueil publique',
    state: 'Voir l’état de la plateforme',
  },
  steps: {
    secondFactor: {
      title: 'Protéger votre compte',
      why: 'Qui administre peut tout : un code de votre téléphone s’ajoute au mot de passe. Une application gratuite le donne, même sans réseau ; il faut deux minutes.',
      open: 'Protéger',
      done: () => 'Mot de passe et code de l’application.',
    },
    mail: {
      title: 'Régler l’envoi des courriels',
      why: 'Sans ce réglage (SMTP_URL), aucune invitation ne part : les courriels sont gardés ici. Un courriel d’essai vous est envoyé depuis l’état de la plateforme.',
      open: 'Voir l’état',
      done: () => 'Un serveur envoie les courriels de cette installation.',
    },
    cities: {
      title: 'Importer les villes',
      why: 'La liste du programme vient avec Cordée. Chaque commune reçoit son organisation ; rien n’est écrit avant votre accord.',
      open: 'Importer',
      done: ({ cities }) => `${plural(cities, 'commune', 'communes')} dans la liste.`,
    },
    season: {
      title: 'Dater la saison et ses thèmes',
      why: 'Les groupes, les appels et les expérimentations se rangent dans une saison en cours ou à venir.',
      open: 'Dater',
      done: ({ seasons }) => plural(seasons, 'saison en cours ou à venir.', 'saisons en cours ou à venir.'),
    },
    group: {
      title: 'Créer le premier groupe',
      why: 'Un nom, un thème, une phrase sur ce qu’il fait. Vous en êtes la première animation.',
      open: 'Créer',
      done: ({ groups }) => plural(groups, 'groupe ouvert.', 'groupes ouverts.'),
    },
    people: {
      title: 'Inviter les premières personnes',
      why: 'Collez une liste d’adresses ou déposez un fichier. Vous voyez ensuite qui a été invité et qui est venu.',
      open: 'Inviter',
      done: ({ people, invitations }) =>
        `${plural(people, 'compte', 'comptes')}, ${plural(invitations, 'invitation', 'invitations')}.`,
    },
  } satisfies Record<FirstStepName, StepWords>,
} as const;
