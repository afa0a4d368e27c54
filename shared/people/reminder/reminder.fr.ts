import type { ReminderCause } from '#shared/people/reminder/reminder.ts';

interface About {
  /** Who reminds. */
  readonly by: string;
  readonly group: string;
  /** The meeting, the city, the late cards, or the document. */
  readonly what: string;
}

/** The mail of a reminder: what its page shows before is what leaves. Names in it come from people: text, never markup. */
export function reminderWords(cause: ReminderCause, { by, group, what }: About) {
  const notice = `Vous recevez ce courriel parce que ${by} anime le groupe « ${group} » sur Cordée.`;
  switch (cause) {
    case 'answer':
      return {
        subject: `Venez-vous à « ${what} » ?`,
        paragraphs: [
          'Bonjour,',
          `La séance « ${what} » du groupe « ${group} » approche et nous n’avons pas encore votre réponse. Un clic suffit pour dire si vous venez.`,
          by,
        ],
        action: 'Répondre',
        notice,
      };
    case 'silence':
      return {
        subject: `Des nouvelles de ${what} pour « ${group} » ?`,
        paragraphs: [
          'Bonjour,',
          `Voilà quelque temps que ${what} n’a rien écrit dans le groupe « ${group} ». Où en êtes-vous ? Quelques lignes, un commentaire ou une question aideront les autres villes ; si quelque chose vous arrête, dites-le-nous.`,
          by,
        ],
        action: 'Ouvrir le groupe',
        notice,
      };
    case 'late':
      return {
        subject: `En retard dans « ${group} » : ${what}`,
        paragraphs: [
          'Bonjour,',
          `L’échéance est passée dans le groupe « ${group} » pour : ${what}. Si c’est fait, dites-le sur la carte ; sinon, choisissez une autre date.`,
          by,
        ],
        action: 'Voir qui fait quoi',
        notice,
      };
    case 'text':
      return {
        subject: `« ${what} » attend quelques lignes de votre ville`,
        paragraphs: [
          'Bonjour,',
          `Le document « ${what} » du groupe « ${group} » s’écrit à plusieurs, et votre ville n’y a encore rien écrit. Quelques lignes dans la partie de votre choix suffisent : ce que vous avez fait, ce qui a marché, ce qui vous manque.`,
          by,
        ],
        action: 'Ouvrir le document',
        notice,
      };
  }
}
