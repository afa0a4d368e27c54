/** Why a passage cannot be quoted, or an excerpt changed. */
export type ExcerptError =
  | 'excerpt.notFound'
  | 'excerpt.sourceMissing'
  | 'excerpt.ownDocument'
  | 'excerpt.nothingChosen'
  | 'excerpt.passageGone'
  | 'excerpt.tooLong'
  | 'excerpt.circular'
  | 'excerpt.changedAgain'
  | 'excerpt.copied'
  | 'excerpt.withdrawn';
