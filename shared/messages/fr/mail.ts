/** Words of the mails. Names in them come from people: they are text, never markup. */
export const mail = {
  invitation: ({ inviter, group, lastDay }: { inviter: string; group: string | null; lastDay: string }) => ({
    subject: group ? `${inviter} vous invite dans « ${group} »` : `${inviter} vous invite dans Cordée`,
    paragraphs: [
      'Bonjour,',
      group
        ? `${inviter} vous invite à rejoindre le groupe de travail « ${group} » sur Cordée, l’espace où les groupes du programme Action Cœur de Ville Data écrivent et s’organisent ensemble.`
        : `${inviter} vous invite sur Cordée, l’espace où les groupes du programme Action Cœur de Ville Data écrivent et s’organisent ensemble.`,
      `Choisissez votre mot de passe pour créer votre compte. Ce lien sert une fois, jusqu’au ${lastDay}.`,
    ],
    action: 'Créer mon compte',
    notice:
      'Vous recevez ce courriel parce que quelqu’un a saisi votre adresse. Si vous n’attendiez pas cette invitation, ignorez-la : rien ne sera créé.',
  }),
  addedToGroup: ({ inviter, group }: { inviter: string; group: string }) => ({
    subject: `Vous êtes maintenant membre de « ${group} »`,
    paragraphs: [
      'Bonjour,',
      `${inviter} vous a ajouté au groupe de travail « ${group} » sur Cordée. Vous pouvez y entrer avec votre compte habituel.`,
    ],
    action: 'Ouvrir le groupe',
    notice: 'Vous recevez ce courriel parce que vous avez un compte sur Cordée.',
  }),
  passwordReset: {
    subject: 'Choisir un nouveau mot de passe',
    paragraphs: [
      'Bonjour,',
      'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte Cordée. Ce lien sert une fois, pendant une heure. Une fois le nouveau mot de passe choisi, vos autres appareils seront déconnectés.',
    ],
    action: 'Choisir un mot de passe',
    notice: 'Si vous n’avez rien demandé, ignorez ce courriel : votre mot de passe actuel reste le bon.',
  },
} as const;
