import { CODE_MINUTES } from './entry.ts';

interface Claimed {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

/** [EN1] [EN5] [EN8] Words of the mails about coming in without an invitation. Names in them come from people: they are text, never markup. */
export const entryMail = {
  /** The code stands in the text alone: subjects are shown on locked screens. */
  code: (code: string, href: string) => ({
    subject: 'Votre code pour Cordée',
    paragraphs: [
      'Bonjour,',
      `Votre code est ${code.slice(0, 3)} ${code.slice(3)}. Tapez-le dans la page où vous l’avez demandé.`,
      `Il sert une fois, pendant ${CODE_MINUTES} minutes, dans ce navigateur seulement. Ne le donnez à personne : nous ne vous le demanderons jamais autrement.`,
    ],
    action: { label: 'Revenir à la page', href },
    notice:
      'Vous recevez ce courriel parce que quelqu’un a donné cette adresse sur Cordée. Si ce n’est pas vous, ne faites rien : sans le code, rien ne s’ouvre.',
  }),
  draft: ({ organisation, call, isTied }: { organisation: string; call: string; isTied: boolean }) => ({
    subject: `Votre brouillon pour ${organisation}`,
    paragraphs: [
      'Bonjour,',
      `Votre brouillon de candidature à l’appel « ${call} » est ouvert, au nom de ${organisation}. Gardez ce courriel : son lien y ramène.`,
      ...(isTied
        ? []
        : [
            `Votre adresse n’est pas encore connue de ${organisation} : votre rattachement sera confirmé avant le dépôt. Vous pouvez écrire dès maintenant.`,
          ]),
    ],
    action: 'Ouvrir le brouillon',
    notice: 'Vous recevez ce courriel parce que vous avez ouvert ce brouillon sur Cordée.',
  }),
  tieAsked: ({ name, email, organisation }: Claimed) => ({
    subject: `${name} dit travailler pour ${organisation}`,
    paragraphs: [
      'Bonjour,',
      `${name} (${email}) prépare une candidature au nom de ${organisation}. Son adresse n’est pas de celles que l’organisation connaît : dites si cette personne est bien de chez vous.`,
      'D’ici là, elle écrit son brouillon, ne peut pas le déposer et ne lit rien d’autre de l’organisation.',
    ],
    action: 'Confirmer ou refuser',
    notice:
      'Vous recevez ce courriel parce que vous répondez pour cette organisation sur Cordée, ou que personne d’autre ne le fait.',
  }),
  tieConfirmed: (organisation: string) => ({
    subject: `Votre rattachement à ${organisation} est confirmé`,
    paragraphs: [
      'Bonjour,',
      `Vous êtes maintenant de ${organisation} sur Cordée. Votre candidature peut être déposée, et vos collègues y écrivent avec vous.`,
    ],
    action: 'Ouvrir mes candidatures',
    notice: 'Vous recevez ce courriel parce que vous avez préparé une candidature sur Cordée.',
  }),
  tieRefused: (organisation: string, reason: string) => ({
    subject: `Votre rattachement à ${organisation} n’est pas confirmé`,
    paragraphs: [
      'Bonjour,',
      `Votre rattachement à ${organisation} n’a pas été confirmé. Voici pourquoi :`,
      ...reason.split('\n').filter(Boolean),
      'Votre brouillon est retiré. Vous pouvez encore le lire et en copier le texte.',
    ],
    action: 'Ouvrir mes candidatures',
    notice: 'Vous recevez ce courriel parce que vous avez préparé une candidature sur Cordée.',
  }),
  requestAsked: ({ name, email, organisation }: Claimed) => ({
    subject: `${name} demande un accès`,
    paragraphs: [
      'Bonjour,',
      `${name} (${email}) demande un accès à Cordée${organisation ? `, pour ${organisation}` : ''}.`,
    ],
    action: 'Répondre à la demande',
    notice: 'Vous recevez ce courriel parce que vous répondez à ces demandes sur Cordée.',
  }),
  requestReceived: () => ({
    subject: 'Votre demande d’accès est enregistrée',
    paragraphs: ['Bonjour,', 'Votre demande est enregistrée. La réponse viendra à cette adresse.'],
    action: 'Voir ce qui est public',
    notice: 'Vous recevez ce courriel parce que vous avez demandé un accès à Cordée.',
  }),
  requestRefused: (reason: string) => ({
    subject: 'Votre demande d’accès n’a pas été acceptée',
    paragraphs: [
      'Bonjour,',
      'Votre demande d’accès à Cordée n’a pas été acceptée. Voici pourquoi :',
      ...reason.split('\n').filter(Boolean),
    ],
    action: 'Voir ce qui est public',
    notice: 'Vous recevez ce courriel parce que vous avez demandé un accès à Cordée.',
  }),
} as const;
