import { SIGNATORY_LINK_DAYS } from './signatory.ts';

interface Asked {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

/** [O8] Words of the mails about those who speak for an organisation. Names in them come from people: they are text, never markup. */
export const signatoryMail = {
  asked: ({ name, email, organisation }: Asked) => ({
    subject: `${name} demande à signer pour ${organisation}`,
    paragraphs: [
      'Bonjour,',
      `${name} (${email}) a un compte sur Cordée, l’espace du programme Action Cœur de Ville Data, et demande à pouvoir répondre, voter et signer au nom de ${organisation}.`,
      'Cette adresse est celle que votre organisation a déclarée : c’est à elle de dire si cette personne est bien de chez vous. Ouvrir le lien ne confirme rien ; deux boutons y attendent votre réponse.',
      `Le lien sert une fois, pendant ${SIGNATORY_LINK_DAYS} jours.`,
    ],
    action: 'Voir la demande et répondre',
    notice:
      'Vous recevez ce courriel parce que cette adresse est déclarée par votre organisation. Sans réponse, cette personne ne peut rien signer.',
  }),
  toColleague: ({ name, email, organisation }: Asked) => ({
    subject: `${name} demande à signer pour ${organisation}`,
    paragraphs: [
      'Bonjour,',
      `${name} (${email}) demande à pouvoir répondre, voter et signer au nom de ${organisation}. Comme vous êtes signataire, vous pouvez le confirmer, ou laisser l’adresse déclarée de l’organisation répondre.`,
    ],
    action: 'Voir mes collègues',
    notice: 'Vous recevez ce courriel parce que vous êtes signataire de votre organisation sur Cordée.',
  }),
  confirmed: ({ organisation }: { organisation: string }) => ({
    subject: `Vous pouvez signer pour ${organisation}`,
    paragraphs: [
      'Bonjour,',
      `Vous êtes maintenant signataire de ${organisation} : vous répondez, votez et signez en son nom.`,
    ],
    action: 'Voir mon état',
    notice: 'Vous recevez ce courriel parce que vous avez un compte sur Cordée.',
  }),
  refused: ({ organisation }: { organisation: string }) => ({
    subject: `Vous n’êtes pas confirmé pour ${organisation}`,
    paragraphs: [
      'Bonjour,',
      `L’adresse déclarée de ${organisation} a répondu que vous n’êtes pas de chez elle : vous ne pouvez pas signer en son nom. Si c’est une erreur, voyez avec elle, puis envoyez une nouvelle demande.`,
    ],
    action: 'Voir mon état',
    notice: 'Vous recevez ce courriel parce que vous avez demandé à être signataire.',
  }),
  withdrawn: ({ organisation }: { organisation: string }) => ({
    subject: `Vous ne signez plus pour ${organisation}`,
    paragraphs: [
      'Bonjour,',
      `Vous n’êtes plus signataire de ${organisation}. Ce que vous avez signé reste ; le reste de votre compte ne change pas.`,
    ],
    action: 'Voir mon état',
    notice: 'Vous recevez ce courriel parce que vous étiez signataire de votre organisation sur Cordée.',
  }),
  addressChanged: ({ organisation, to }: { organisation: string; to: string | null }) => ({
    subject: `L’adresse déclarée de ${organisation} a changé`,
    paragraphs: [
      'Bonjour,',
      `Cette adresse confirmait les signataires de ${organisation} sur Cordée. ${to ? `C’est maintenant ${to} qui le fait.` : 'Plus aucune adresse ne le fait.'}`,
      'Si ce changement ne vient pas de votre organisation, prévenez sans attendre l’administration de la plateforme : la personne qui l’a fait est inscrite au journal d’audit.',
    ],
    action: 'Ouvrir Cordée',
    notice: 'Vous recevez ce courriel parce que votre organisation avait déclaré cette adresse.',
  }),
} as const;
