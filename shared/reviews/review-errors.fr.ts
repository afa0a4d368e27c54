import type { ReviewError } from '#shared/reviews/review-errors.ts';

/** What is said of each refusal of a review round. */
export const reviewErrors = {
  'review.documentEmpty': 'Ce document n’a pas encore de texte : il n’y a rien à faire relire.',
  'review.nobodyAsked': 'Choisissez au moins une organisation à consulter.',
  'review.tooManyAsked': 'Une relecture consulte 60 organisations au plus.',
  'review.organisationCannotAnswer':
    'Une des organisations choisies n’a personne qui puisse répondre : donnez-lui d’abord accès au document, puis ouvrez la relecture.',
  'review.deadlineInvalid': 'Choisissez le jour et l’heure auxquels la relecture se termine.',
  'review.deadlinePast': 'Cette échéance est déjà passée : choisissez un moment à venir.',
  'review.deadlineTooFar': 'Une relecture dure un an au plus : choisissez une échéance plus proche.',
  'review.quorumInvalid':
    'Le quorum va de 1 au nombre d’organisations consultées : corrigez-le, ou consultez-en davantage.',
  'review.questionsTooMany': 'Dix questions au plus, une par ligne.',
  'review.questionTooLong': 'Une des questions dépasse 500 caractères : raccourcissez-la.',
  'review.alreadyOpen':
    'Une relecture de ce document est déjà ouverte. Attendez sa fin, ou cochez « Remplacer la relecture en cours ».',
  'review.notOpen': 'Cette relecture est déjà terminée.',
  'review.deadlinePassed':
    'L’échéance est passée : cette réponse n’a pas été enregistrée. Demandez une nouvelle relecture à la personne qui a ouvert celle-ci.',
  'review.replaced':
    'Ce texte n’est plus celui qui est à relire : une nouvelle relecture a remplacé celle-ci. Votre réponse n’a pas été enregistrée ; lisez le nouveau texte avant de répondre.',
  'review.withdrawn': 'Cette relecture a été retirée : votre réponse n’a pas été enregistrée.',
  'review.closed':
    'Toutes les organisations ont répondu et la relecture est close : cette réponse n’a pas été enregistrée.',
  'review.notAsked': 'Votre organisation n’est pas consultée dans cette relecture.',
  'review.otherOrganisation': 'On ne répond que pour sa propre organisation.',
  'review.mayNotAnswer':
    'Vous lisez ce document, mais vous ne pouvez pas répondre pour votre organisation : il faut être contributeur, relecteur ou animateur du groupe, ou nommé sur le document.',
  'review.otherText':
    'Votre réponse portait sur un autre texte que celui de cette relecture. Relisez le texte affiché, puis répondez.',
  'review.answerMissing': 'Choisissez une réponse.',
  'review.unconfirmed': 'Cochez la case qui dit que vous avez lu ce texte.',
  'review.reasonMissing': 'Écrivez le motif : il est demandé pour une réserve, un refus ou un retrait.',
  'review.reasonTooLong': 'Ce motif est trop long : raccourcissez-le.',
  'review.sameAnswer': 'Votre organisation a déjà donné cette réponse : elle compte, rien n’a été ajouté.',
  'review.answeredMeanwhile':
    'Quelqu’un de votre organisation a répondu entre-temps : voyez sa réponse ci-dessous avant de la remplacer.',
} satisfies Record<ReviewError, string>;
