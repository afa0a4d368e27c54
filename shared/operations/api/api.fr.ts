/** The REST door: how it refuses, and what its OpenAPI page says. */
export const api = {
  description:
    'L’interface de programmation de Cordée, espace de travail du programme Action Cœur de Ville Data. Une liste répond { items, next } : next est le curseur de la page suivante, ou null. Les dates sont en UTC (ISO 8601). Tout ce que fait un jeton, la personne qui en répond peut le faire elle-même.',
  bearer:
    'Un jeton d’accès (cordee_…), créé à la page « Jetons d’accès » de son compte, ou le jeton d’une session. À côté de « bearer », chaque opération nomme la portée qu’un jeton d’accès doit avoir.',
  idempotencyKey:
    'Un texte de votre choix, différent à chaque écriture : la même requête envoyée deux fois avec la même clé n’est faite qu’une fois, et reçoit la même réponse, même si la première s’est perdue en route.',
  ifMatch:
    'L’ETag de ce que vous avez lu à cette adresse, entre guillemets : si cela a changé depuis, la réponse est 412 et rien n’est fait. « * » convient à tout.',
  problem: 'Un refus, selon la RFC 9457 : « code » est stable, « detail » est une phrase en français.',
  fileName: 'Le nom du fichier, encodé en pourcent',
  problems: {
    400: 'La requête n’a pas la forme attendue ; « errors » dit quel champ',
    401: 'Pas de session ni de jeton valable',
    403: 'La personne n’en a pas le droit, ou le jeton pas la portée',
    404: 'Absent, ou pas à la portée de la personne',
    405: 'Cette adresse n’a pas cette méthode ; l’en-tête Allow dit lesquelles elle a',
    406: 'La réponse n’existe dans aucun des formats que l’en-tête Accept demande',
    409: 'La même chose existe déjà, vient d’être enregistrée au même moment, ou ne se change plus',
    412: 'Ce qui s’y trouve n’est pas, ou plus, ce que nomme If-Match',
    413: 'Le corps est trop grand',
    415: 'Le corps n’est pas du type attendu (Content-Type)',
    422: 'La requête se lit, mais contredit une règle',
    428: 'L’opération ne se fait que sur un état que la requête nomme (If-Match, ou base)',
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
    cursor: 'Le curseur de la page voulue, tel que « next » l’a donné',
    limit: 'Le nombre d’éléments d’une page',
  },
  /** What operations are about that ask for no scope. */
  nouns: { any: 'Soi-même', public: 'Site public, sans compte' },
  /** [I3] */
  unknownField: 'Ce champ n’existe pas dans cette opération.',
  /** [SC16] */
  unstorable: 'Ce texte contient un caractère nul, ou une moitié de caractère : rien ne peut le garder.',
  errors: {
    'api.invalid': 'La requête n’a pas la forme attendue.',
    'api.tooLarge': 'La requête est trop grande : 1 Mo au plus, 4 Mo pour le texte d’un document.',
    'api.changed': 'Ce qui s’y trouve a changé depuis que vous l’avez lu : relisez-le, puis recommencez.',
    'content.frozen': 'Le texte de ce document a été approuvé : il ne se change plus.',
    'content.baseMissing':
      'Nommez l’état du texte que vous avez lu : l’en-tête If-Match avec son ETag, ou le champ « base ».',
    'content.baseGone':
      'Cet état du texte n’est pas de ce document, ou n’existe plus : relisez le texte, puis recommencez.',
    'content.unreadable':
      'Ce contenu n’est pas celui d’un document : un nœud, une marque ou leur place n’existe pas dans Cordée.',
    'content.headingAbsent': 'Aucun titre du document ne dit ces mots.',
    'content.headingTwice': 'Plusieurs titres du document disent ces mots.',
    'content.tooLarge': 'Le document serait trop grand, ou trop long à écrire : rien n’a été changé.',
    'api.tooSlow': 'La requête arrivait trop lentement : rien n’en a été gardé.',
    'api.busy': 'Trop de requêtes à la fois : attendez quelques secondes, puis recommencez.',
    'api.away':
      'Cordée ne peut pas répondre pour l’instant : attendez le délai indiqué par l’en-tête Retry-After, puis recommencez avec la même clé d’idempotence.',
    'api.notJson': 'Le corps de la requête doit être du JSON.',
    'api.mediaType': 'Le corps de la requête n’est pas d’un type que cette adresse accepte.',
    'api.notAcceptable': 'La réponse n’existe dans aucun des formats demandés.',
    'api.method': 'Cette adresse n’a pas cette méthode : l’en-tête Allow dit lesquelles elle a.',
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
