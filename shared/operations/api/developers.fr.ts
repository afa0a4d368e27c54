/** The page for those who write programs. */
export const developers = {
  title: 'Développeurs',
  lead: 'Un programme lit et écrit dans Cordée par une interface REST : du JSON, des adresses stables, les droits de la personne pour qui il agit. Cette page est faite d’après ce que le serveur sert vraiment.',
  outline: 'Sommaire',
  exampleTitle: 'Relevé de mars',
  exampleRefusal: 'Écrivez un titre.',
  openApi: 'Description OpenAPI 3.1 (JSON)',
  start: {
    title: 'Commencer',
    steps: [
      'Dans votre compte, à « Jetons d’accès », créez un jeton avec les portées nécessaires, et copiez-le.',
      'Rangez-le dans les réglages de votre programme, jamais dans son code.',
      'Appelez l’interface avec ce jeton :',
    ],
    tokens: 'Créer un jeton d’accès',
    write: 'Écrire, une seule fois même si le réseau coupe :',
  },
  identity: {
    title: 'S’authentifier',
    paragraphs: [
      'Un jeton d’accès commence par « cordee_ » et se donne dans l’en-tête Authorization. Il a les droits de la personne qui en répond, au moment de l’appel, dans la limite de ses portées ; il expire, et se révoque à tout moment.',
      'Le cookie d’une session, ou le jeton que rend la connexion (en-tête set-auth-token), sont acceptés aussi. Une page d’un autre site est refusée.',
      'Un jeton d’accès n’ouvre aucune page, ne change ni compte ni mot de passe, et n’en crée pas d’autre.',
    ],
  },
  scopes: {
    title: 'Portées',
    lead: 'Chaque opération demande une portée. Écrire comprend lire. « /me » et « /me/tokens » n’en demandent aucune, et « /use-cases » se lit sans compte.',
    columns: { scope: 'Portée', may: 'Ce qu’elle permet' },
  },
  refusals: {
    title: 'Refus',
    lead: 'Un refus est un document « application/problem+json » (RFC 9457). Son « code » est stable ; « detail » est une phrase en français ; « errors » nomme chaque champ refusé, y compris un champ que l’opération ne connaît pas.',
    columns: { status: 'Statut', means: 'Ce qu’il veut dire' },
  },
  lists: {
    title: 'Listes',
    paragraphs: [
      'Une liste répond « items » et « next ». « next » est le curseur de la suite : redemandez la même adresse, avec ce curseur comme paramètre « cursor ». À la fin, il est nul. « limit » choisit la taille d’une page.',
    ],
  },
  once: {
    title: 'Écrire une seule fois',
    paragraphs: [
      'Avec l’en-tête Idempotency-Key (200 caractères au plus), la même requête envoyée de nouveau reçoit la première réponse, sans rien refaire. Une autre requête avec la même clé est refusée (422). Un refus ne garde pas la clé.',
      'Ce qui se change à l’adresse où il se lit a un ETag. Renvoyez-le dans l’en-tête If-Match : rien n’est écrit par-dessus ce qu’un autre a changé depuis (412). Le texte d’un document se donne contre l’état lu : ce que d’autres ont écrit depuis reste.',
    ],
  },
  limits: {
    title: 'Limites',
    paragraphs: [
      'Un jeton peut faire 300 requêtes par minute ; au-delà, la réponse est 429, et l’en-tête Retry-After dit combien de secondes attendre. Un corps JSON pèse 1 Mo au plus, 4 Mo pour le texte d’un document.',
    ],
  },
  live: {
    title: 'En direct',
    paragraphs: [
      'Le texte d’un document et le contenu d’un tableau s’échangent par WebSocket à /collab/document:<id> et /collab/board:<id>, au format y-websocket, avec le même en-tête Authorization. La portée d’écriture laisse écrire, celle de lecture laisse lire ; un jeton révoqué est déconnecté aussitôt.',
      'Un assistant, ou un autre outil qui parle le Model Context Protocol, lit et propose à /mcp avec le même jeton : voir le guide de l’interface.',
    ],
  },
  operations: 'Opérations',
  scope: 'Portée',
  noScope: (isPublic: boolean) => (isPublic ? 'Sans compte ni jeton' : 'Aucune portée : tout jeton convient'),
  parameters: 'Paramètres',
  body: 'Corps',
  answer: (status: string) => `Réponse ${status}`,
  nothing: 'La réponse est vide.',
  asFile: (types: readonly string[]) => `Fichier : ${types.join(', ')}`,
  columns: { name: 'Nom', type: 'Type', said: 'Précision' },
  required: 'obligatoire',
  optional: 'facultatif',
  idempotencyHeader: 'Idempotency-Key',
  where: { path: 'dans l’adresse', query: 'en paramètre', header: 'en-tête' },
  whereAndWhat: (where: string, what: string) => `${where}. ${what}`,
  types: {
    text: 'texte',
    integer: 'nombre entier',
    number: 'nombre',
    boolean: 'true ou false',
    id: 'identifiant (UUID)',
    address: 'adresse',
    day: 'jour (AAAA-MM-JJ)',
    moment: 'moment (ISO 8601)',
    file: 'fichier',
    list: 'liste',
    object: 'objet',
  },
  or: ' ou ',
  orNull: ', ou null',
  listOf: (type: string) => `liste : ${type}`,
  oneOf: (values: readonly string[]) => values.join(' | '),
} as const;
