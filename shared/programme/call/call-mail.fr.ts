import { dates } from '../../kernel/dates.fr.ts';

/** Words of the mails about the closing of a call. Reason and title come from people: they are text, never markup. */
export const callMail = {
  closing: ({ call, closesAt }: { call: string; closesAt: Date }) => ({
    subject: `Clôture le ${dates.exact(closesAt)} : ${call}`,
    paragraphs: [
      'Bonjour,',
      `L’appel « ${call} » se clôt le ${dates.exact(closesAt)} (heure de Paris). Votre organisation a une candidature commencée, qui n’est pas déposée.`,
      'Relisez ce qui manque, déposez-la avant cette heure : un accusé de réception le confirme aussitôt. Si vous renoncez, il n’y a rien à faire.',
    ],
    action: 'Reprendre ma candidature',
    notice: 'Vous recevez ce courriel parce que votre organisation a une candidature en cours sur Cordée.',
  }),
  extended: ({
    call,
    from,
    to,
    reason,
    writes,
  }: {
    call: string;
    from: Date;
    to: Date;
    reason: string;
    writes: boolean;
  }) => ({
    subject: `Clôture reportée au ${dates.short(to)} : ${call}`,
    paragraphs: [
      'Bonjour,',
      `La clôture de l’appel « ${call} » est reportée du ${dates.exact(from)} au ${dates.exact(to)} (heure de Paris).`,
      'Le motif :',
      ...reason.split('\n').filter((line) => line.trim() !== ''),
      ...(writes
        ? ['Votre candidature est gardée telle quelle : vous pouvez la compléter jusqu’à cette date.']
        : []),
    ],
    action: writes ? 'Reprendre ma candidature' : 'Voir l’appel',
    notice: writes
      ? 'Vous recevez ce courriel parce que votre organisation a une candidature en cours sur Cordée.'
      : 'Vous recevez ce courriel parce que vous suivez les appels sur Cordée.',
  }),
} as const;
