import { a, b, h2, h3, ol, p, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const haiesEtCorridors: DemoDocument = {
  key: 'haies-et-corridors',
  group: 'nature',
  title: 'Haies et corridors : note de méthode',
  authors: ['ines-bouaziz', 'hugo-lemaire'],
  createdAt: '2023-02-20T10:00:00+01:00',
  updatedAt: '2023-03-07T15:25:00+01:00',
  folder: 'Méthodes',
  sections: [
    {
      by: 'ines-bouaziz',
      nodes: [
        h2('La question posée à Pont-Ormeau'),
        p(
          'Où une haie plantée, ou simplement laissée pousser, relierait-elle deux milieux aujourd’hui séparés ? La trame verte et bleue répond à l’échelle de la région. Entre le bois communal, les jardins familiaux et la rivière, elle ne dit rien : la maille est trop large. Cette note propose une méthode à l’échelle de la rue, et dit ce qu’elle ne peut pas montrer.',
        ),
        h2('Trois mots pour s’entendre'),
        ul(
          [
            b('Réservoir'),
            ' : un espace où une espèce accomplit tout son cycle de vie, assez grand et assez calme.',
          ],
          [
            b('Corridor'),
            ' : un passage entre deux réservoirs, continu (haie, berge) ou en pas japonais (jardins, mares).',
          ],
          [
            b('Obstacle'),
            ' : ce qui coupe le passage, route, mur, grillage, lumière la nuit. La trame noire en dépend.',
          ],
        ),
        p(
          'Un corridor n’existe que pour quelqu’un. Nous en avons choisi trois : le hérisson (au sol, quelques centaines de mètres), la mésange bleue (d’arbre en arbre) et la pipistrelle commune (le long des lisières sombres). Trois espèces communes, faciles à reconnaître, aux besoins différents.',
        ),
      ],
    },
    {
      by: 'hugo-lemaire',
      nodes: [
        h2('Les données'),
        table({
          header: ['Donnée', 'Producteur', 'Ce qu’elle apporte', 'Limite'],
          rows: [
            [
              'Haies linéaires',
              'IGN, dispositif de suivi des bocages',
              'Tracé des haies à la campagne',
              'Incomplète dans le tissu bâti',
            ],
            ['BD TOPO, zone de végétation', 'IGN', 'Bois, haies, vignes, vergers', 'Petits jardins absents'],
            [
              'Relevé laser LiDAR HD',
              'IGN',
              'Hauteur et épaisseur de la haie',
              'Diffusion en cours, selon les secteurs',
            ],
            [
              'Photographie en proche infrarouge',
              'IGN',
              'Végétation des jardins',
              'Ne distingue pas haie et pelouse haute',
            ],
            [
              'Observations naturalistes',
              'Associations, INPN',
              'Présence des espèces',
              'Absence de donnée n’est pas absence d’espèce',
            ],
            ['Éclairage public', 'Syndicat d’énergie', 'Trame noire', 'À demander'],
            ['Clôtures', 'Personne', 'Passage au sol', 'Relevé à pied, par sondage'],
          ],
        }),
        h3('La chaîne de calcul'),
        ol(
          'Assembler une carte d’occupation du sol au mètre : bâti, route, pelouse, haie, arbre, eau.',
          'Donner à chaque classe un coût de passage, de 1 (favorable) à 100 (infranchissable), pour chacune des trois espèces. Les coûts viennent d’un naturaliste, sont écrits dans un tableau et signés.',
          'Tracer les chemins de moindre coût entre réservoirs, puis garder la bande des chemins presque aussi bons : un trait unique donne une fausse précision.',
          'Refaire le calcul avec des coûts divisés et multipliés par deux. Ce qui résiste est solide ; ce qui change est une hypothèse.',
          'Repérer les coupures de moins de 50 m : c’est là qu’une haie courte change le plus.',
        ),
        p(
          'Le résultat est une carte de ',
          b('lieux à visiter'),
          ', pas une carte de lieux où passent des animaux.',
        ),
      ],
    },
    {
      by: 'ines-bouaziz',
      nodes: [
        h2('Sur le terrain'),
        p(
          'Chaque coupure proposée se visite à deux, une fois de jour et une fois de nuit. La fiche tient en six lignes :',
        ),
        ul(
          'longueur de la coupure et nature du sol ;',
          'propriétaire : ville, agglomération, bailleur, particulier ;',
          'clôture : ajourée au sol, pleine, mur ;',
          'lumière à 22 h : aucune, indirecte, directe ;',
          'végétation déjà présente et qui reviendrait seule ;',
          'ce qui s’y oppose : réseau, visibilité au carrefour, voisinage.',
        ),
        h3('Entretenir sans détruire'),
        p(
          'Ne pas tailler pendant la nidification : l’interdiction faite aux agriculteurs par la politique agricole commune, du 16 mars au 15 août, est une bonne règle pour tout le monde. Tailler un côté une année, l’autre la suivante ; garder un pied de haie non fauché d’au moins un mètre ; préférer le lamier à l’épareuse sur le bois de plus de deux ans.',
        ),
        h2('Ce que l’on peut publier'),
        p(
          'Le tracé des haies et des coupures se publie. Les observations d’espèces suivent les règles du système d’information de l’inventaire du patrimoine naturel : la position exacte d’une espèce sensible ne s’ouvre pas. Le nom d’un particulier n’apparaît nulle part.',
        ),
        h2('La suite'),
        tasks([
          { done: true, text: 'Faire valider les coûts de passage par l’association naturaliste locale' },
          { done: true, text: 'Carte d’occupation du sol, version 2' },
          { done: false, text: 'Visiter les douze coupures les plus courtes avant le 31 mars' },
          { done: false, text: 'Demander l’heure d’extinction rue par rue au syndicat d’énergie' },
          { done: false, text: 'Choisir trois coupures à planter à l’automne 2023' },
        ]),
        p(
          'Ressources : ',
          a('https://www.trameverteetbleue.fr/', 'centre de ressources Trame verte et bleue'),
          ' et ',
          a('https://inpn.mnhn.fr/', 'INPN'),
          '.',
        ),
      ],
    },
  ],
};
