import type { JoinError } from '#shared/people/member/join-errors.ts';
import type { Joining } from '#shared/people/member/joining.ts';

/** Words of requests to join a group, of their answers and of leaving. */
export const join = {
  openTitle: 'Groupes que vous pouvez rejoindre',
  openLead: 'Leur animation répond à votre demande, par courriel.',
  ask: 'Demander à rejoindre',
  askFor: (name: string) => `Demander à rejoindre ${name}`,
  waitingShort: (day: string) => `Demande envoyée le ${day}`,
  see: 'Voir ma demande',
  seeOf: (name: string) => `Voir ma demande pour ${name}`,
  pageTitle: (name: string) => `Rejoindre « ${name} »`,
  lead: 'L’animation du groupe verra votre nom, votre fonction, votre organisation et votre message.',
  message: 'Message',
  messageHint: 'Ce que vous faites, ce que vous venez chercher ou apporter : 500 caractères au plus.',
  submit: 'Envoyer la demande',
  renew: 'Remplacer la demande',
  sent: 'Votre demande est faite. La réponse vous parviendra par courriel.',
  waiting: (day: string) => `Votre demande du ${day} attend une réponse.`,
  withdraw: 'Retirer la demande',
  withdrawn: 'Votre demande est retirée.',
  refused: 'La demande n’est pas partie',
  back: 'Tous les groupes',
  setting: 'Qui peut demander à rejoindre',
  settingHint: 'Le nom, le thème et le but du groupe sont alors montrés à ces personnes, et rien d’autre.',
  joinings: {
    programme: 'Les membres du programme',
    nobody: 'Personne : on entre sur invitation',
  } satisfies Record<Joining, string>,
  requests: {
    title: 'Demandes à rejoindre',
    lead: 'Une seule réponse par demande ; elle part par courriel.',
    asks: 'demande à rejoindre le groupe',
    accept: 'Accepter',
    acceptOf: (name: string) => `Accepter la demande de ${name}`,
    roleFor: (name: string) => `Rôle de ${name}`,
    lastDay: 'Dernier jour',
    decline: 'Refuser…',
    declineOf: (name: string) => `Refuser la demande de ${name}`,
    reason: 'Pourquoi vous refusez',
    reasonHint: 'Ce texte part tel quel dans la réponse.',
    sendDecline: 'Refuser la demande',
    notAnswered: 'La réponse n’est pas partie',
  },
  news: {
    acceptee: 'La demande est acceptée. La personne l’apprend par courriel.',
    refusee: 'La demande est refusée. La personne l’apprend par courriel.',
  },
  leave: {
    title: 'Quitter le groupe',
    lead: 'Vous ne verrez plus ce groupe. Ce que vous y avez écrit reste. Pour revenir, il suffira de le demander ou d’être invité.',
    stays: 'Vous resterez membre par votre organisation.',
    submit: 'Quitter le groupe',
    leftSome: 'Vous avez quitté le groupe.',
  },
  errors: {
    'join.tooMany': 'Vous avez fait beaucoup de demandes aujourd’hui. Réessayez demain.',
    'join.answered':
      'Cette demande n’attend plus de réponse : quelqu’un d’autre a répondu, ou elle a été retirée.',
    'join.reasonEmpty': 'Dites en quelques mots pourquoi vous refusez.',
  } satisfies Record<JoinError, string>,
} as const;
