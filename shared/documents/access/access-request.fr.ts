import type { DocumentRole } from '#shared/documents/document-access.ts';
import type { AccessRequestError } from '#shared/errors.ts';

/** Words of requests for access. */
export const accessRequest = {
  sent: 'Si ce document existe, ses responsables ont reçu votre demande.',
  sentNext: 'Leur réponse vous parviendra par courriel.',
  refused: 'La demande n’est pas partie',
  pageTitle: 'Demander l’accès à un document',
  lead: 'Ses responsables verront votre nom, votre organisation et votre message.',
  more: {
    title: 'Demander un droit de plus',
    pageTitle: (title: string) => `Demander un droit sur « ${title} »`,
    lead: {
      read: 'Vous pouvez lire ce document. Pour y commenter ou y écrire, demandez-le à ses responsables.',
      comment: 'Vous pouvez lire et commenter ce document. Pour y écrire, demandez-le à ses responsables.',
    },
    wish: 'Ce que vous demandez',
    roles: {
      editor: 'Écrire dans le document',
      commenter: 'Commenter et proposer des modifications',
      reader: 'Lire le document',
    } satisfies Record<DocumentRole, string>,
    submit: 'Envoyer la demande',
    renew: 'Remplacer la demande',
    sent: 'Ses responsables ont reçu votre demande. Leur réponse vous parviendra par courriel.',
    waiting: (day: string) => `Votre demande du ${day} attend une réponse.`,
    withdraw: 'Retirer la demande',
    withdrawn: 'Votre demande est retirée.',
    back: 'Retour au document',
  },
  waiting: {
    title: 'Demandes d’accès',
    asks: {
      editor: 'demande à écrire',
      commenter: 'demande à commenter',
      reader: 'demande à lire',
    } satisfies Record<DocumentRole, string>,
    has: { read: 'peut lire aujourd’hui', comment: 'peut commenter aujourd’hui' },
    roleFor: (name: string) => `Droit à donner à ${name}`,
    grant: 'Accepter',
    grantTo: (name: string) => `Accepter la demande de ${name}`,
    decline: 'Refuser',
    declineTo: (name: string) => `Refuser la demande de ${name}`,
    note: 'Votre réponse part par courriel.',
    granted: 'La demande est acceptée. La personne l’apprend par courriel.',
    declined: 'La demande est refusée. La personne l’apprend par courriel.',
  },
  errors: {
    'accessRequest.messageTooLong': 'Ce message est trop long : 500 caractères au plus.',
    'accessRequest.tooMany': 'Vous avez fait beaucoup de demandes aujourd’hui. Réessayez demain.',
    'accessRequest.answered':
      'Cette demande n’attend plus de réponse : quelqu’un d’autre a répondu, ou elle a été retirée.',
  } satisfies Record<AccessRequestError, string>,
} as const;
