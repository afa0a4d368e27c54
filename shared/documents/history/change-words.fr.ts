import type { DiffMarkKind } from '#shared/documents/history/diff-marks.ts';

/** Words said beside what changed, for those who do not see its colour. */
export const changeWords = {
  added: 'ajouté :',
  removed: 'supprimé :',
  restyled: 'mise en forme modifiée :',
  reset: 'mise en forme modifiée :',
  movedFrom: 'déplacé, était ici :',
  movedTo: 'déplacé ici :',
} as const satisfies Record<DiffMarkKind, string>;
