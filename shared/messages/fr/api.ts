/** Refusals of the REST door. */
export const api = {
  errors: {
    'api.invalid': 'La requête n’a pas la forme attendue.',
    'api.tooLarge': 'La requête est trop grande : 1 Mo au plus.',
    'api.notJson': 'Le corps de la requête doit être du JSON.',
    'api.foreignOrigin': 'Cette requête vient d’un autre site : elle est refusée.',
    'api.keyReused': 'Cette clé d’idempotence a déjà servi à une autre requête.',
    'api.unreadable':
      'Une partie de ce qui est conservé de cet objet est illisible. Rien n’en est effacé ; le journal du serveur dit où.',
    'api.unexpected': 'Une erreur inattendue est survenue. Elle a été notée.',
  },
} as const;
