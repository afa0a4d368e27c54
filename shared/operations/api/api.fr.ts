/** The REST door: how it refuses, and what its OpenAPI page says. */
export const api = {
  description:
    'L’interface de programmation de Cordée, espace de travail du programme Action Cœur de Ville Data. Une liste répond { items, next } : next est le curseur de la page suivante, ou null. Les dates sont en UTC (ISO 8601). Tout ce que fait un jeton, la personne qui en répond peut le faire elle-même.',
  bearer:
    'Un jeton d’accès (cordee_…), créé à la page « Jetons d’accès » de son compte, ou le jeton d’une session. À côté de « bearer », chaque opération nomme la portée qu’un jeton d’accès doit avoir.',
  idempotencyKey:
    'Un texte de votre choix, différent à chaque écriture : la même requête envoyée deux fois avec la même clé n’est faite qu’une fois, et reçoit la même réponse, même si la première s’est perdue en route.',
  problem: 'Un refus, selon la RFC 9457 : « code » est stable, « detail » est une phrase en français.',
  fileName: 'Le nom du fichier, encodé en pourcent',
  problems: {
    400: 'La requête n’a pas la forme attendue ; « errors » dit quel champ',
    401: 'Pas de session ni de jeton valable',
    403: 'La personne n’en a pas le droit, ou le jeton pas la portée',
    404: 'Absent, ou pas à la portée de la personne',
    409: 'La même chose existe déjà, ou vient d’être enregistrée au même moment',
    422: 'La requête se lit, mais contredit une règle',
    429: 'Trop de requêtes en une minute',
    503: 'Rien ne peut répondre pour l’instant : à redemander, avec la même clé d’idempotence, après le délai de Retry-After',
  },
  success: {
    200: 'La réponse',
    201: 'Ce qui a été créé',
    204: 'C’est fait ; la réponse est vide',
    file: 'Le fichier',
    imported: 'Ce qui a été créé, et ce qui n’a pas pu être repris du fichier',
  },
  parameters: {
    cursor: 'Le curseur de la page voulue, tel que « next » l’a donné',
    limit: 'Le nombre d’éléments d’une page',
  },
  /** [SC16] */
  unstorable: 'Ce texte contient un caractère nul, ou une moitié de caractère : rien ne peut le garder.',
  errors: {
    'api.invalid': 'La requête n’a pas la forme attendue.',
    'api.tooLarge': 'La requête est trop grande : 1 Mo au plus.',
    'api.tooSlow': 'La requête arrivait trop lentement : rien n’en a été gardé.',
    'api.busy': 'Trop de requêtes à la fois : attendez quelques secondes, puis recommencez.',
    'api.away':
      'Cordée ne peut pas répondre pour l’instant : attendez le délai indiqué par l’en-tête Retry-After, puis recommencez avec la même clé d’idempotence.',
    'api.notJson': 'Le corps de la requête doit être du JSON.',
    'api.foreignOrigin': 'Cette requête vient d’un autre site : elle est refusée.',
    'api.conflict': 'La même chose existe déjà, ou vient d’être enregistrée au même moment.',
    'api.keyReused': 'Cette clé d’idempotence a déjà servi à une autre requête.',
    'api.unreadable':
      'Une partie de ce qui est conservé de cet objet est illisible. Rien n’en est effacé ; le journal du serveur dit où.',
    'api.tooMany': 'Trop de requêtes en une minute : attendez le délai indiqué par l’en-tête Retry-After.',
    'accessToken.unknown': 'Ce jeton d’accès n’existe pas, ou a été révoqué.',
    'accessToken.expired': 'Ce jeton d’accès a expiré : créez-en un autre.',
    'accessToken.scope':
      'Ce jeton d’accès n’a pas la portée nécessaire : l’en-tête WWW-Authenticate dit laquelle.',
    'api.unexpected': 'Une erreur inattendue est survenue. Elle a été notée.',
  },
} as const;
