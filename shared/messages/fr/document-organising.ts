import type { FolderError } from '#shared/errors.ts';

/** Words of folders (classeurs), order, pins, copies and moves of documents. */
export const organising = {
  errors: {
    'folder.notFound': 'Ce classeur n’est plus là. Rechargez la page.',
    'folder.cycle': 'Un classeur ne peut pas être rangé dans lui-même, ni dans un classeur qu’il contient.',
    'folder.tooDeep': 'Les classeurs s’emboîtent sur cinq niveaux au plus. Choisissez un classeur plus haut.',
  } satisfies Record<FolderError, string>,
} as const;
