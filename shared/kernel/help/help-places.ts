/** A part of a guide that is about a page. */
export interface HelpPlace {
  readonly guide: string;
  /** Of its title. */
  readonly anchor: string;
}

const place = (guide: string, anchor: string): HelpPlace => ({ guide, anchor });

/** First come, first served: what is narrower stands above. */
const PLACES: readonly (readonly [RegExp, readonly HelpPlace[]])[] = [
  [/^\/documents\/[^/]+\/(?:historique|comparer)/, [place('membre', 'je-veux-retrouver-ce-qui-était-écrit')]],
  [
    /^\/(?:documents\/[^/]+\/relectures|relectures\/)/,
    [
      place('relecteur', 'je-veux-relire-un-texte-et-répondre'),
      place('facilitateur', 'je-veux-faire-relire-et-signer-un-texte'),
    ],
  ],
  [
    /^\/documents\//,
    [
      place('membre', 'je-veux-écrire-un-document'),
      place('membre', 'je-veux-commenter-ou-proposer-un-changement'),
      place('membre', 'je-veux-retrouver-ce-qui-était-écrit'),
    ],
  ],
  [/^\/(?:tableaux\/|mes-cartes|groupes\/[^/]+\/tableaux)/, [place('membre', 'je-veux-suivre-mes-cartes')]],
  [
    /^\/(?:seances\/|groupes\/[^/]+\/seances)/,
    [
      place('membre', 'je-veux-participer-à-une-séance'),
      place('facilitateur', 'je-veux-préparer-une-séance'),
      place('facilitateur', 'je-veux-tenir-la-séance'),
    ],
  ],
  [
    /^\/(?:decisions\/|groupes\/[^/]+\/decisions)/,
    [place('membre', 'je-veux-noter-une-décision-ou-une-action')],
  ],
  [/^\/groupes\/[^/]+\/animation/, [place('facilitateur', 'chaque-semaine--la-page-animation')]],
  [
    /^\/(?:groupes\/[^/]+\/reglages|administration)\/liaisons/,
    [place('webhooks', 'je-veux-prévenir-un-autre-outil'), place('webhooks', 'quand-un-message-narrive-pas')],
  ],
  [
    /^\/(?:groupes\/[^/]+\/reglages|administration)\/archive/,
    [
      place('archive-ouverte', 'je-veux-emporter-mon-groupe'),
      place('archive-ouverte', 'je-veux-emporter-tout-lespace'),
    ],
  ],
  [/^\/groupes\/[^/]+\/membres/, [place('facilitateur', 'je-veux-faire-entrer-quelquun')]],
  [/^\/groupes\/[^/]+\/documents/, [place('membre', 'je-veux-écrire-un-document')]],
  [
    /^\/(?:instruction|candidatures\/[^/]+\/instruction)/,
    [place('relecteur', 'je-veux-instruire-une-candidature')],
  ],
  [/^\/comite\//, [place('relecteur', 'je-veux-siéger-au-comité')]],
  [/^\/candidatures/, [place('membre', 'je-veux-déposer-une-candidature')]],
  [/^\/experimentations/, [place('membre', 'je-veux-suivre-une-expérimentation')]],
  [/^\/fiches/, [place('relecteur', 'je-veux-donner-le-visa-de-léditeur')]],
  [/^\/pilotage/, [place('relecteur', 'je-veux-suivre-le-programme')]],
  [/^\/compte\/(?:securite|double)/, [place('relecteur', 'dabord-la-double-authentification')]],
  [/^\/compte/, [place('membre', 'régler-ce-que-je-reçois-et-mes-données')]],
  [/^\/verification/, [place('relecteur', 'je-veux-vérifier-un-texte-signé')]],
  [/^\/(?:connexion|mot-de-passe|invitation)/, [place('membre', 'entrer')]],
  [/^\/(?:$|groupes|nouveautes|recherche)/, [place('membre', 'trouver-sa-place')]],
];

/** [AI3] Which parts of the guides are about a page of the product; none for most. */
export function helpFor(path: string): readonly HelpPlace[] {
  return PLACES.find(([pattern]) => pattern.test(path))?.[1] ?? [];
}

/** Every part that a page leads to: each must exist. */
export const HELP_PLACES: readonly HelpPlace[] = PLACES.flatMap(([, places]) => places);
