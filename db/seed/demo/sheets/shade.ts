import { callout, h2, h3, p, table, ul } from '../../builders/prose.ts';
import type { DemoSheet } from '../demo-sheet.ts';

const example = callout(
  'example',
  'Les villes, les personnes et les chiffres de cette fiche sont inventés pour la démonstration.',
);

export const shadeSheet: DemoSheet = {
  experiment: 'arbres',
  group: 'nature',
  by: 'nadia-ferrand',
  fields: {
    hook: 'Deux villes choisissent leurs plantations d’après l’ombre qui manque en juillet, et non d’après la place qui reste.',
    serviceKind: 'map',
    sizeClass: 'medium',
    uses: ['measure', 'cross', 'model'],
  },
  days: [24, 12, 5],
  blocks: [
    example,
    h2('Contexte et problème'),
    p(
      'Chaque hiver, les deux villes plantaient là où un trottoir le permettait. L’été venu, les cours d’école et les arrêts de bus restaient en plein soleil, et personne ne savait dire quelle rue aurait gagné à recevoir un arbre de plus.',
    ),
    h2('Objectifs et questions'),
    ul(
      'Savoir, rue par rue, combien d’heures d’ombre on a un après-midi de juillet.',
      'Comparer plusieurs plans de plantation avant de creuser.',
      'Tenir l’inventaire à jour sans alourdir le travail des jardiniers.',
    ),
    h2('Service réalisé'),
    p(
      'Une carte montre l’ombre de chaque rue et ce qu’elle deviendrait avec une plantation. Les services des espaces verts s’en servent pour arrêter le plan de l’automne ; les conseils de quartier la consultent en réunion publique.',
    ),
    h2('Démarche'),
    p(
      'Un binôme par ville, un référent métier et un correspondant données, s’est réuni toutes les deux semaines. Les villes ont adopté un même gabarit d’inventaire de quatorze champs, puis se sont prêté un mètre laser une semaine sur deux.',
    ),
    h2('Résultats et indicateurs'),
    table({
      header: ['Indicateur', 'Au début', 'Après quatre mois'],
      rows: [
        ['Arbres décrits selon le gabarit commun', '60', '610'],
        ['Rues dont l’ombre d’été est calculée', '5 %', '22 %'],
      ],
    }),
    p(
      'Le premier plan de plantation discuté sur la carte a déplacé onze arbres : ils ombrageront deux cours d’école au lieu d’un parc de stationnement.',
    ),
    h2('Freins et leviers'),
    ul(
      'Le gestionnaire des réseaux enterrés ne communique pas son plan : on le consulte sur place, avec une convention type.',
      'Les deux villes ne nommaient pas les essences de la même façon : une liste commune de noms latins a réglé la question.',
    ),
    h2('Conditions de déploiement'),
    h3('Données minimales'),
    p('La position et le diamètre de chaque arbre, la largeur des rues et l’emprise des bâtiments.'),
    h3('Périmètre'),
    p('Un quartier suffit pour commencer ; en deçà d’une centaine d’arbres, la carte n’apprend rien.'),
    h3('Contraintes'),
    p(
      'Deux agents formés aux relevés, un tableur tenu à jour, et un logiciel de cartographie libre. Aucune donnée à caractère personnel n’est nécessaire.',
    ),
    h2('Ce qui se généralise'),
    p(
      'Le gabarit d’inventaire et la méthode de calcul se reprennent tels quels. Les seuils d’ombre sont à régler selon la latitude et la largeur des rues.',
    ),
  ],
};
