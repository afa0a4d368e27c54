/** Where a document is quoted, at its foot. */
export const quoting = {
  title: 'Cité dans',
  where: (group: string, follows: boolean) =>
    follows ? `${group}, extrait qui suit ce document` : `${group}, extrait figé`,
  others: (count: number, hasNamed: boolean) =>
    count === 1
      ? `${hasNamed ? 'Un autre document' : 'Un document'} que vous ne pouvez pas lire cite aussi ce texte.`
      : `${count} ${hasNamed ? 'autres documents' : 'documents'} que vous ne pouvez pas lire citent aussi ce texte.`,
} as const;
