/** Words of the lists of documents, and of making one. */
export const documentList = {
  listTable: 'Documents du groupe, du plus récent au plus ancien',
  writers: 'Qui écrit',
  modified: 'Modifié',
  create: 'Nouveau document',
  createHint: 'Vous pourrez le changer à tout moment.',
  createSubmit: 'Créer le document',
  created: 'Le document est créé.',
  refused: 'Le document n’a pas été créé',
  emptyTitle: 'Aucun document pour le moment',
  emptyText:
    'Un document s’écrit à plusieurs en même temps : guide, méthode, compte rendu… Donnez un titre au premier, puis invitez les autres à l’ouvrir.',
  emptyForReaders: 'Le groupe n’a encore rien écrit. Ses documents apparaîtront ici.',
  trash: 'Corbeille',
  backToDocuments: 'Retour aux documents',
} as const;
