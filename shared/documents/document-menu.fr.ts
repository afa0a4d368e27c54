import type { Visibility } from '#shared/documents/document-access.ts';

/** Words of the menu of a document and of its marks: apart, since every document page carries them. */
export const documentMenu = {
  access: 'Accès',
  askMore: { read: 'Demander à commenter ou à écrire', comment: 'Demander à écrire' },
  duplicate: 'Dupliquer',
  saveAsTemplate: 'Enregistrer comme modèle',
  moveToGroup: 'Déplacer vers un autre groupe',
  publication: 'Publication',
  export: 'Exporter…',
  exportTitle: 'Exporter le document',
  importReport: 'Rapport d’import',
  importVersion: 'Importer une version corrigée',
  reviews: 'Relectures',
  visibilityNow: {
    group: 'Visible par le groupe',
    restricted: 'Accès restreint',
    programme: 'Visible par tout le programme',
  } satisfies Record<Visibility, string>,
} as const;
