/** Pages that the law asks for. They state what is, and are amended with the product. */
export const obligations = {
  accessibility: {
    title: 'Accessibilité',
    lead: 'Cordée est conçue pour être utilisée par toutes et tous, au clavier comme avec un lecteur d’écran.',
    sections: [
      {
        title: 'État de conformité',
        paragraphs: [
          'Cet espace est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1). Aucun audit complet n’a encore été mené par un tiers : la mention « partiellement conforme » est donc une évaluation de l’équipe, et non un résultat d’audit.',
          'Chaque parcours de la suite de tests passe l’outil axe-core, en clair et en sombre, sur grand et sur petit écran, et échoue à la première violation.',
        ],
      },
      {
        title: 'Ce qui est vérifié',
        paragraphs: [
          'Toutes les actions se font au clavier, y compris le déplacement des cartes, qui est annoncé en français. Le menu « Déplacer vers… » double chaque glisser-déposer.',
          'L’état d’enregistrement est écrit en toutes lettres et annoncé sans interrompre la lecture. Aucune information n’est donnée par la couleur seule. Les pages se lisent sans script.',
        ],
      },
      {
        title: 'Ce qui reste à faire',
        paragraphs: [
          'La coécriture elle-même dépend de l’éditeur : les annonces de frappe des autres personnes ne sont pas vocalisées. Les documents déposés par les membres relèvent de leurs auteurs.',
          'Aucun essai n’a encore été conduit avec des personnes utilisatrices de lecteurs d’écran.',
        ],
      },
      {
        title: 'Signaler une difficulté',
        paragraphs: [
          'Écrivez à la personne qui anime votre groupe ou à l’administration de cet espace : une réponse est due, avec un autre moyen d’accéder au contenu. Sans réponse satisfaisante, vous pouvez saisir la Défenseure des droits.',
        ],
      },
    ],
  },
  legal: {
    title: 'Mentions légales',
    lead: 'Ce que cet espace est, qui le publie et ce qu’il fait de vos données.',
    sections: [
      {
        title: 'Logiciel',
        paragraphs: [
          'Cordée est un logiciel libre distribué sous licence GNU Affero General Public License, version 3 ou ultérieure : toute personne qui utilise cet espace peut en demander le code source, modifications comprises, à l’organisme qui l’exploite.',
          'Polices Atkinson Hyperlegible Next et Besley (licence SIL Open Font License). Icônes Lucide (licence ISC). Découpage administratif : données de l’Insee et de la DGCL, Licence Ouverte.',
        ],
      },
      {
        title: 'Exploitant',
        paragraphs: [
          'L’exploitant de cet espace est l’organisme qui vous y a invité. Son nom, son adresse et son délégué à la protection des données figurent dans le courriel d’invitation.',
        ],
      },
      {
        title: 'Données personnelles et cookies',
        paragraphs: [
          'Un seul cookie est déposé : celui de votre session. Il n’y a ni mesure d’audience, ni requête vers un tiers. Votre nom, votre organisation et votre adresse professionnelle sont visibles des membres de vos groupes.',
          'Une copie des documents et des tableaux que vous ouvrez est gardée sur votre appareil, pour que rien ne se perde sans réseau.',
        ],
      },
    ],
  },
  homeLink: 'Cordée, accueil',
} as const;
