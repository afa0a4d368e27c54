/** Words of the past of a document that its own page and lists say; those of the history come with it. */
export const documentPast = {
  history: 'Historique',
  noOrganisation: 'Sans organisation',
  unread: 'modifié depuis votre visite',
  who: {
    title: 'Qui a écrit',
    sentence: (parts: readonly { name: string; percent: number }[]) =>
      `Part de chaque organisation dans le texte d’aujourd’hui : ${new Intl.ListFormat('fr').format(
        parts.map(({ name, percent }) => `${name}, ${percent} %`),
      )}.`,
    percent: (percent: number) => (percent === 0 ? 'moins de 1 %' : `${percent} %`),
    table: 'Part de chaque organisation dans le texte, en pourcentage des caractères',
    organisation: 'Organisation',
    part: 'Part',
    percentColumn: 'Part du texte (%)',
    csv: 'Télécharger ces parts (CSV)',
    csvName: (title: string) => `Qui a écrit - ${title}`,
    show: 'Qui a écrit quoi',
    failed: 'Les auteurs n’ont pas pu être demandés au serveur. Réessayez quand la connexion sera revenue.',
  },
} as const;
