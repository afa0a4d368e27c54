/** [SY7] The mail that asks a city to write in a chapter. Names in it come from people: text, never markup. */
export function synthesisReminder({
  by,
  chapter,
  city,
  due,
}: {
  /** Who reminds. */
  readonly by: string;
  readonly chapter: string;
  readonly city: string;
  /** Until when, in words; null without. */
  readonly due: string | null;
}) {
  const until = due ? `, d’ici le ${due}` : '';
  return {
    subject: `Le chapitre « ${chapter} » attend ${city}`,
    paragraphs: [
      'Bonjour,',
      `La synthèse du programme s’écrit à plusieurs, et ${city} n’a encore rien écrit dans le chapitre « ${chapter} ». Quelques lignes suffisent${until} : ce que vous avez fait, ce qui a marché, ce qui vous manque.`,
      by,
    ],
    action: 'Ouvrir le chapitre',
    notice: `Vous recevez ce courriel parce que ${by} suit ce chapitre sur Cordée et que votre ville y est attendue.`,
  };
}
