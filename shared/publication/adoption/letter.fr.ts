import { plural } from '../../kernel/plural.fr.ts';

/** Words of a message to those who did what a sheet tells, on its page and in its mails. */
export const letter = {
  write: 'Écrire à ceux qui l’ont fait',
  pageTitle: (title: string) => `Écrire à ceux qui ont fait « ${title} »`,
  lead: 'Votre message part par courriel à l’équipe de l’expérimentation. Elle vous répond directement, à votre adresse professionnelle.',
  told: 'L’animation territoriale des données de votre territoire le reçoit aussi, pour pouvoir vous aider.',
  toCities: (cities: string) => `Pour l’équipe de ${cities}`,
  message: 'Votre message',
  hint: 'Dites ce que vous voulez faire chez vous, et ce qui vous arrête.',
  submit: 'Envoyer le message',
  back: 'Retour au cas d’usage',
  refused: 'Le message n’est pas parti',
  sent: (count: number) => `Votre message part à ${plural(count, 'personne', 'personnes')}.`,
  past: 'Vos messages',
  wroteOn: (day: string) => `Le ${day}`,
  mail: {
    subject: (title: string) => `Une question sur « ${title} »`,
    asks: (who: string, title: string) => `${who} vous écrit au sujet de « ${title} », que vous avez mené :`,
    answer: 'Répondez à ce courriel : votre réponse lui parviendra directement.',
    action: 'Relire le cas d’usage',
    notice:
      'Vous recevez ce message parce que vous faites partie de l’équipe de cette expérimentation. Votre adresse n’a pas été montrée.',
  },
  copy: {
    subject: (title: string) => `Une ville de votre territoire s’intéresse à « ${title} »`,
    tells: (who: string) => `${who} vient d’écrire à l’équipe qui a mené cette expérimentation :`,
    answer: 'Vous pouvez lui répondre à ce courriel, pour l’aider avec ses données.',
    notice: 'Vous recevez ce message parce que votre structure couvre le territoire de cette ville.',
  },
} as const;
