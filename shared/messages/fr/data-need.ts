/** Words of data needs. */
export const dataNeed = {
  errors: {
    'dataNeed.nameMissing': 'Dites quelles données vous cherchez.',
    'dataNeed.nameTooLong': 'Ce nom est trop long : 200 caractères au plus.',
    'dataNeed.textTooLong': 'Ce texte est trop long.',
    'dataNeed.choiceInvalid': 'Choisissez une réponse de la liste.',
    'dataNeed.reasonMissing':
      'Choisissez le motif : propriété, sécurité ou données à caractère personnel. Sans motif, l’accès est « non accessible sans raison valable ».',
    'dataNeed.precisionMissing': 'Précisez : payante, accès limité, convention ou autre.',
    'dataNeed.dayMissing': 'Donnez la date à laquelle ces données devraient être ouvertes.',
    'dataNeed.dayInvalid': 'Cette date n’existe pas : écrivez-la comme 2023-06-30.',
    'dataNeed.inChargeMissing': 'Dites qui s’occupe de cette ouverture.',
    'dataNeed.twice':
      'Ce besoin figure déjà dans le tableau : mêmes données, même producteur. Modifiez-le, ou cochez « Ajouter quand même ».',
    'dataNeed.changedSince':
      'Quelqu’un a changé ce besoin pendant que vous écriviez. Votre saisie est gardée : comparez-la avec l’historique, puis enregistrez de nouveau.',
    'dataNeed.notFound': 'Ce besoin n’est plus dans le tableau.',
    'dataNeed.datasetNotFound': 'Choisissez un jeu de données du registre que vous pouvez lire.',
  },
} as const;
