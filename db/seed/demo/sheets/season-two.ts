import { sheetOf, type ToldSheet } from './told-sheet.ts';

const told: readonly ToldSheet[] = [
  {
    experiment: 'haies',
    group: 'nature',
    by: 'ines-bouaziz',
    days: [21, 16, 9],
    hook: 'Une ville choisit avec ses exploitants les trois haies à planter pour que les animaux passent d’une mare à l’autre.',
    serviceKind: 'map',
    sizeClass: 'small',
    uses: ['measure', 'cross', 'simulate'],
    context:
      'Les haies qui restent ne se touchent plus. On plantait où un propriétaire le voulait bien, sans savoir si une grenouille irait plus loin pour autant.',
    objectives: [
      'Savoir quelles haies et quelles mares se rejoignent.',
      'Choisir les passages à rétablir avec ceux qui cultivent.',
    ],
    service:
      'Une carte des passages manquants, que les exploitants annotent en réunion et que la commission d’aménagement consulte avant chaque permis.',
    approach:
      'Dix-huit kilomètres relevés avec deux classes du collège, une photographie aérienne pour le reste, puis un calcul des plus courts chemins d’une mare à l’autre.',
    results: [
      ['Haies reliées entre elles', '44 %', '68 %'],
      ['Passages rétablis', '0', '3'],
    ],
    obstacles: [
      'Les limites des parcelles ont changé : les exploitants les ont redessinées eux-mêmes.',
      'La saison de plantation est courte : les plants se commandent en été.',
    ],
    data: 'Une photographie aérienne récente et les limites des parcelles.',
    scope: 'Une commune, ou les abords d’un cours d’eau.',
    constraints: 'Une personne qui manie un logiciel de cartographie libre, deux jours par mois.',
    lesson: 'Le relevé par des élèves tient : une haie sur vingt était mal notée, et la carte l’a montré.',
  },
  {
    experiment: 'cours',
    group: 'ruissellement',
    by: 'mathilde-garnier',
    days: [30, 22, 14],
    hook: 'Mesurer la pluie que neuf cours d’école rendent à l’égout, et ouvrir le sol où cela change le plus.',
    serviceKind: 'decision_aid',
    sizeClass: 'large',
    uses: ['measure', 'model'],
    context:
      'À chaque orage, les avaloirs du bas de la ville débordent. Les cours d’école, goudronnées et en pente, y envoient presque toute leur eau.',
    objectives: [
      'Savoir combien d’eau chaque cour rend à l’égout.',
      'Choisir les trois cours où le sol ouvert change le plus.',
    ],
    service:
      'Une fiche par cour, avec sa pluie mesurée, ce que le sol ouvert garderait et ce que cela coûte ; les directrices d’école et la régie des eaux choisissent ensemble.',
    approach:
      'Surface, pente et avaloirs relevés en une semaine ; trois pluviomètres ; la première pluie d’automne pour comparer ce que l’on croyait et ce qui coule.',
    results: [['Pluie rendue à l’égout, école des Tilleuls', '90 %', '72 %']],
    obstacles: [
      'Un pluviomètre attendait un mât : il est posé sur le toit du préau.',
      'La boue inquiète les parents : une cour d’essai a été ouverte sur deux cents mètres carrés.',
    ],
    data: 'Le plan des cours, leurs pentes et un pluviomètre à moins d’un kilomètre.',
    scope: 'Une seule cour suffit pour voir ce qui change.',
    constraints: 'La régie des eaux doit lire ses avaloirs pendant une pluie au moins.',
    lesson: 'Le calcul se reprend pour les places et les parcs de stationnement.',
  },
  {
    experiment: 'ecoles',
    group: 'chaleur',
    by: 'lea-pons',
    days: [19, 15, 7],
    hook: 'Trente capteurs, huit classes aérées la nuit : trois heures de classe trop chaudes par semaine au lieu de onze.',
    serviceKind: 'monitoring',
    sizeClass: 'small',
    uses: ['measure', 'aggregate'],
    context:
      'En juin, les classes du sud dépassaient trente degrés à 14 h. La rénovation viendra dans quatre ans ; il fallait agir avant.',
    objectives: [
      'Savoir quelles classes sont trop chaudes, et à quelle heure.',
      'Essayer ce qui ne coûte rien avant ce qui coûte.',
    ],
    service:
      'Un tableau par école, lu chaque lundi par la direction et le gardien : les classes, les heures, et ce qui a été essayé.',
    approach:
      'Une mesure par classe et par quart d’heure, à hauteur d’enfant. Deux semaines sans rien changer, puis un geste à la fois : stores, fenêtres la nuit, récréations déplacées.',
    results: [
      ['Heures de classe au-dessus de 28 °C, par semaine', '11', '3'],
      ['Classes aérées la nuit', '0', '8'],
    ],
    obstacles: [
      'Ouvrir la nuit inquiète l’assureur : des grilles ont été posées à sept fenêtres.',
      'Les capteurs se déplacent : chacun a un mot de la main d’un élève.',
    ],
    data: 'Une mesure de température par classe et par quart d’heure.',
    scope: 'Une école, cinq classes, un mois de juin.',
    constraints: 'Un gardien disponible à 21 h et à 6 h pendant les deux semaines d’essai.',
    lesson: 'L’ordre des gestes est le même dans toutes les écoles ; les degrés gagnés, non.',
  },
  {
    experiment: 'velos',
    group: 'chaleur',
    by: 'mathilde-garnier',
    days: [26, 20, 12],
    hook: 'Six compteurs et trois cents trajets dessinés par les habitants pour choisir les pistes à tracer en premier.',
    serviceKind: 'dashboard',
    sizeClass: 'large',
    uses: ['measure', 'aggregate', 'cross'],
    context:
      'Le plan vélo prévoyait quarante kilomètres, sans ordre. On ne savait ni combien de vélos passent, ni où l’on renonce à passer.',
    objectives: [
      'Compter les vélos aux ponts et aux gares, toute l’année.',
      'Entendre les trajets que l’on évite, et pourquoi.',
    ],
    service:
      'Une page publique où chaque compteur montre sa journée et son mois, et une carte des trajets évités que la commission des mobilités lit avant de voter.',
    approach:
      'Six compteurs loués pour un an, des comptages du samedi avec une association, et une carte papier dans onze accueils de mairie.',
    results: [
      ['Passages par jour, pont Neuf', '610', '684'],
      ['Trajets dessinés', '0', '300'],
    ],
    obstacles: [
      'Un compteur compte aussi les poussettes : une semaine d’étalonnage par capteur.',
      'La carte en ligne ne touchait que les habitués : le papier a doublé les réponses.',
    ],
    data: 'Un comptage par quart d’heure et le tracé des voies.',
    scope: 'Deux compteurs suffisent s’ils sont sur les ponts.',
    constraints: 'Une personne qui relève et publie chaque mois.',
    lesson: 'La carte papier et le comptage se reprennent tels quels, sans aucune donnée personnelle.',
  },
];

export const seasonTwoSheets = told.map(sheetOf);
