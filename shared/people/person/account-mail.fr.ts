interface Change {
  readonly subject: string;
  readonly said: (at: string, way: string) => string;
}

const changes = {
  passwordChanged: {
    subject: 'Votre mot de passe a changé',
    said: (at) =>
      `Le mot de passe de votre compte Cordée a changé le ${at}. Vos autres appareils ont été déconnectés.`,
  },
  secondFactorOn: {
    subject: 'La double authentification protège votre compte',
    said: (at) =>
      `La double authentification de votre compte Cordée a été mise en place le ${at}. Un code vous sera demandé après votre mot de passe.`,
  },
  secondFactorOff: {
    subject: 'La double authentification a été retirée de votre compte',
    said: (at) =>
      `La double authentification de votre compte Cordée a été retirée le ${at}. Aucun code n’est plus demandé pour entrer.`,
  },
  secondFactorReset: {
    subject: 'L’administration a retiré votre double authentification',
    said: (at) =>
      `L’administration de votre espace Cordée a retiré votre double authentification le ${at}. Vous êtes déconnecté partout ; connectez-vous, puis installez-la de nouveau.`,
  },
  sessionsClosed: {
    subject: 'Vos appareils ont été déconnectés',
    said: (at) =>
      `Quelqu’un qui administre votre espace Cordée, ou votre organisation, a déconnecté tous vos appareils le ${at}. Votre compte reste ouvert : connectez-vous de nouveau.`,
  },
  organisationAdminNamed: {
    subject: 'Vous êtes référent de votre organisation',
    said: (at) =>
      `Depuis le ${at}, vous êtes référent ou référente de votre organisation sur Cordée : vous voyez ses comptes, vous invitez, suspendez et rétablissez. La page « Mon organisation » est dans votre compte ; une double authentification peut y être demandée.`,
  },
  organisationAdminRemoved: {
    subject: 'Vous n’êtes plus référent de votre organisation',
    said: (at) =>
      `Depuis le ${at}, vous n’êtes plus référent ou référente de votre organisation sur Cordée. Le reste de votre compte ne change pas.`,
  },
  recoveryCodeUsed: {
    subject: 'Un code de secours a ouvert votre compte',
    said: (at) => `Un de vos codes de secours a ouvert votre compte Cordée le ${at}. Il ne servira plus.`,
  },
  recoveryCodesRenewed: {
    subject: 'Vos codes de secours ont été remplacés',
    said: (at) =>
      `De nouveaux codes de secours ont été faits pour votre compte Cordée le ${at}. Les anciens ne servent plus.`,
  },
  wayInLinked: {
    subject: 'Une façon de vous connecter a été ajoutée',
    said: (at, way) => `${way} ouvre votre compte Cordée depuis le ${at}.`,
  },
  wayInUnlinked: {
    subject: 'Une façon de vous connecter a été retirée',
    said: (at, way) => `${way} n’ouvre plus votre compte Cordée depuis le ${at}.`,
  },
} satisfies Record<string, Change>;

/** [ID10] Mails about one’s own account: what changed, and what to do if it was somebody else. */
export const accountMail = {
  changes: changes,
  greeting: 'Bonjour,',
  itWasYou: 'Si c’était vous, il n’y a rien à faire.',
  itWasNot:
    'Si ce n’était pas vous, quelqu’un d’autre est entré dans votre compte : choisissez aussitôt un nouveau mot de passe, ce qui déconnecte tous les appareils, vérifiez vos façons de vous connecter sur la page « Sécurité », et prévenez l’administration de votre espace.',
  action: 'Vérifier la sécurité de mon compte',
  newPassword: 'Choisir un nouveau mot de passe',
  notice:
    'Vous recevez ce courriel parce que quelque chose a changé dans la protection de votre compte. Il ne peut pas être désactivé.',
} as const;
