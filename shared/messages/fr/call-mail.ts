import { dates } from './dates.ts';

/** Words of the mail that says that a closing was put off. Reason and title come from people: they are text, never markup. */
export const callMail = {
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
