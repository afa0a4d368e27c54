import type { ReviewOutcome } from '#shared/reviews/review.ts';
import { dates } from '../kernel/dates.fr.ts';

const notice = 'Vous recevez ce courriel parce que votre organisation est consultée dans cette relecture.';

/** Mails of review rounds. */
export const reviewMail = {
  opened: ({ title, deadline, organisation }: { title: string; deadline: Date; organisation: string }) => ({
    subject: `Texte à relire : ${title}`,
    paragraphs: [
      `${organisation} est consultée sur le texte exact de « ${title} ».`,
      `Une personne répond pour elle, avant le ${dates.exact(deadline)} (heure de Paris) : elle approuve, approuve sous réserve ou refuse.`,
    ],
    action: 'Lire et répondre',
    notice,
  }),
  reminder: ({ title, deadline, organisation }: { title: string; deadline: Date; organisation: string }) => ({
    subject: `Relecture bientôt close : ${title}`,
    paragraphs: [
      `${organisation} n’a pas encore répondu à la relecture de « ${title} ».`,
      `Elle se termine le ${dates.exact(deadline)} (heure de Paris). Ensuite, son silence sera noté comme un silence.`,
    ],
    action: 'Lire et répondre',
    notice,
  }),
  closed: ({ title, outcome }: { title: string; outcome: ReviewOutcome }) => ({
    subject: `Relecture terminée : ${title}`,
    paragraphs: [
      {
        approved: `Le texte de « ${title} » est approuvé : il est signé sous son empreinte.`,
        notApproved: `Le texte de « ${title} » n’est pas approuvé : une organisation au moins l’a refusé.`,
        noQuorum: `La relecture de « ${title} » se termine sans quorum : trop peu d’organisations ont répondu.`,
      }[outcome],
    ],
    action: 'Voir les réponses',
    notice: 'Vous recevez ce courriel parce que vous avez ouvert cette relecture.',
  }),
} as const;
