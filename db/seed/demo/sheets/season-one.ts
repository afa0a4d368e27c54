import { sheetOf, type ToldSheet } from './told-sheet.ts';

const told: readonly ToldSheet[] = [
  {
    experiment: 'nuit',
    group: 'nature',
    by: 'lea-pons',
    days: [258, 246, 231],
    hook: 'Deux villes éteignent les rues où passent les chauves-souris, après en avoir parlé avec ceux qui y passent aussi.',
    serviceKind: 'decision_aid',
    sizeClass: 'small',
    uses: ['measure', 'cross', 'raise_awareness'],
    context:
      'L’éclairage restait allumé toute la nuit le long de la rivière, là où chassent les chauves-souris. On savait l’éteindre, on ne savait pas où cela se verrait le moins et servirait le plus.',
    objectives: [
      'Savoir quelles rues les animaux traversent, et à quelle heure.',
      'Éteindre d’abord là où presque personne ne passe après minuit.',
      'Décider avec les habitants, carte sur la table.',
    ],
    service:
      'Une carte des lampadaires, avec pour chacun le passage des animaux et celui des habitants. Les services de l’éclairage s’en servent pour arrêter les heures d’extinction.',
    approach:
      'Trois nuits d’écoute par rue, un comptage de passants, puis une réunion publique par quartier où l’on déplace les rues d’une colonne à l’autre.',
    results: [
      ['Passages de chauves-souris par nuit', '22', '74'],
      ['Rues éteintes après minuit', '0', '41'],
    ],
    obstacles: [
      'Le plan de l’exploitant ne donnait pas la puissance des lampes : deux agents l’ont relevée de nuit.',
      'La crainte de l’insécurité : les chiffres de la police municipale, avant et après, l’ont calmée.',
    ],
    data: 'La position des lampadaires et trois nuits d’écoute par rue.',
    scope: 'Un cours d’eau et les rues qui le bordent suffisent pour commencer.',
    constraints:
      'Des enregistreurs d’ultrasons, qui se prêtent entre villes, et une association qui sait les lire.',
    lesson:
      'La méthode se reprend telle quelle. Les heures d’extinction sont à régler selon les derniers bus et les sorties de travail.',
  },
  {
    experiment: 'argiles',
    group: 'ruissellement',
    by: 'mathilde-garnier',
    days: [280, 268, 252],
    hook: 'Une lettre à chaque maison que l’argile menace, avec les gestes qui évitent la fissure, avant la sécheresse.',
    serviceKind: 'public_service',
    sizeClass: 'large',
    uses: ['cross', 'raise_awareness'],
    context:
      'Après deux étés secs, les fissures se sont multipliées. La carte de l’aléa est publique, mais personne ne lit une carte : il fallait dire à chacun ce qu’il en est de sa maison.',
    objectives: [
      'Trouver les maisons que l’argile menace et qui ne le savent pas.',
      'Dire à chaque famille trois gestes à faire avant juin.',
    ],
    service:
      'Une lettre nominative, une page de gestes simples et une permanence en mairie où l’on vient avec les photographies de ses murs.',
    approach:
      'La carte nationale croisée avec l’année de construction et la distance des grands arbres ; les lettres envoyées quartier par quartier, pour que les permanences suivent.',
    results: [
      ['Familles informées', '38', '431'],
      ['Familles reçues en permanence', '0', '214'],
    ],
    obstacles: [
      'Les adresses des propriétaires ne se communiquent pas : la lettre est partie avec le bulletin municipal, par rue.',
      'La peur de voir baisser le prix des maisons : un notaire est venu à chaque permanence.',
    ],
    data: 'La carte nationale du retrait des argiles et l’année de construction des maisons.',
    scope: 'Une agglomération entière, ou un seul quartier pavillonnaire.',
    constraints: 'Un agent qui reçoit deux demi-journées par semaine pendant deux mois.',
    lesson: 'Le croisement se refait en une journée dans toute ville couverte par la carte nationale.',
  },
  {
    experiment: 'chauffage',
    group: 'chaleur',
    by: 'lea-pons',
    days: [262, 240, 226],
    hook: 'Onze salles chauffées d’après leurs réservations : un tiers de gaz en moins, sans une réservation refusée.',
    serviceKind: 'monitoring',
    sizeClass: 'small',
    uses: ['aggregate', 'measure', 'cross'],
    context:
      'Les gymnases et les salles étaient chauffés du lundi au dimanche, réservés ou non. Trois services tenaient chacun leur cahier de réservations.',
    objectives: [
      'Réunir les réservations de toutes les salles en un endroit.',
      'Chauffer quand quelqu’un vient, et seulement alors.',
    ],
    service:
      'Une page par salle, lue chaque dimanche soir par le gardien : les heures de la semaine où il règle le chauffage, et la consommation de la semaine passée.',
    approach:
      'Un mois pour réunir les cahiers, un mois de mesure sans rien changer, puis trois mois de réglages, une salle de plus chaque semaine.',
    results: [
      ['Gaz consommé par mois (MWh)', '212', '146'],
      ['Salles réglées chaque semaine', '0', '11'],
    ],
    obstacles: [
      'Trois cahiers de réservations : un calendrier commun, que chaque service garde sous sa main.',
      'Des clubs qui arrivent plus tôt que réservé : une demi-heure d’avance est toujours donnée.',
    ],
    data: 'Les réservations et un relevé de gaz par bâtiment et par semaine.',
    scope: 'Trois salles suffisent à apprendre la méthode.',
    constraints: 'Un gardien qui accepte de régler, et des vannes qui se commandent.',
    lesson: 'Tout bâtiment qui se réserve peut être réglé ainsi ; les écoles demandent un autre calendrier.',
  },
];

export const seasonOneSheets = told.map(sheetOf);
