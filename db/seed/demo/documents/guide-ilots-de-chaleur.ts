import { a, b, h2, h3, i, ol, p, quote, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const guideIlotsDeChaleur: DemoDocument = {
  key: 'guide-ilots-de-chaleur',
  group: 'chaleur',
  title: 'Îlots de chaleur : mesurer, cartographier, agir',
  authors: ['nadia-ferrand', 'julien-morel', 'samira-benali', 'yann-le-goff'],
  createdAt: '2023-02-06T10:15:00+01:00',
  updatedAt: '2023-03-13T16:20:00+01:00',
  sections: [
    {
      by: 'nadia-ferrand',
      nodes: [
        h2('À qui sert ce guide'),
        p(
          'Ce guide s’adresse aux villes de 10 000 à 100 000 habitants qui veulent passer de l’impression (« la place est intenable en juillet ») à une décision d’aménagement. Il suppose peu de moyens : un géomaticien à temps partiel, un service technique disponible quelques jours, et un budget de matériel de quelques milliers d’euros. Les villes et les relevés cités sont des exemples.',
        ),
        p('Trois phrases à garder en tête avant d’acheter le premier capteur :'),
        ul(
          [
            b('On ne mesure pas « la chaleur », on répond à une question.'),
            ' Où dorment mal les gens ? Où attend-on le bus en plein soleil ? Les deux questions n’appellent ni les mêmes lieux, ni les mêmes heures, ni les mêmes instruments.',
          ],
          [
            b('La température de l’air n’est pas celle du sol.'),
            ' Une image satellite montre des surfaces ; une station montre l’air ; un passant ressent les deux, et surtout le rayonnement.',
          ],
          [
            b('L’ombre qui existe vaut mieux que celle que l’on promet.'),
            ' Un arbre planté demain n’en donnera guère avant dix ans : on commence par protéger celle des arbres en place.',
          ],
        ),
        h2('De quoi parle-t-on ?'),
        p(
          'L’îlot de chaleur urbain est l’écart de température de l’air entre la ville et la campagne qui l’entoure. Il culmine ',
          b('la nuit'),
          ', par temps calme et dégagé, quand les murs et les chaussées rendent la chaleur emmagasinée le jour. Il ne faut pas le confondre avec deux phénomènes voisins :',
        ),
        table({
          header: ['Phénomène', 'Quand', 'Ce qui le mesure', 'Ce qui le réduit'],
          rows: [
            [
              'Îlot de chaleur urbain (air)',
              'La nuit, surtout en fin de nuit',
              'Stations de température d’air, ville et campagne',
              'Moins de surfaces minérales, sols plantés, circulation de l’air',
            ],
            [
              'Surchauffe des surfaces',
              'Le jour, du matin au soir',
              'Image thermique, satellite ou aérienne',
              'Ombre, revêtements clairs, sols perméables et humides',
            ],
            [
              'Inconfort du piéton',
              'L’après-midi',
              'Indices qui combinent air, humidité, vent et rayonnement (UTCI, PET)',
              'Ombre d’abord, puis eau et vent',
            ],
          ],
        }),
        p(
          'Quatre causes se cumulent : les matériaux minéraux stockent la chaleur ; l’eau manque pour que le sol et les plantes se refroidissent en évaporant ; les rues encaissées piègent le rayonnement et freinent le vent ; les moteurs et les climatiseurs rejettent leur chaleur dehors.',
        ),
      ],
    },
    {
      by: 'samira-benali',
      nodes: [
        h2('Les données à réunir'),
        p(
          'Rien n’oblige à tout réunir. Les quatre premières lignes suffisent à une première carte ; les suivantes affinent ou vérifient.',
        ),
        table({
          header: ['Donnée', 'Producteur', 'Usage', 'Indispensable'],
          rows: [
            ['Bâtiments avec hauteur, BD TOPO', 'IGN', 'Forme des rues, ombre portée', 'Oui'],
            ['Occupation du sol à grande échelle (OCS GE)', 'IGN', 'Part de sols imperméables', 'Oui'],
            ['Inventaire des arbres', 'Ville', 'Ombre existante, ombre à protéger', 'Oui'],
            [
              'Températures de l’air, stations locales',
              'Ville, université',
              'Îlot nocturne, vérification',
              'Oui',
            ],
            [
              'Photographie aérienne avec proche infrarouge',
              'IGN',
              'Végétation vue du ciel (indice NDVI)',
              'Non',
            ],
            ['Relevé laser aérien (LiDAR HD)', 'IGN', 'Hauteur de la végétation', 'Non'],
            ['Zones climatiques locales (LCZ)', 'Cerema', 'Première lecture par quartier', 'Non'],
            ['Données carroyées, population et revenus', 'Insee', 'Habitants âgés ou modestes', 'Non'],
            ['Données climatologiques quotidiennes', 'Météo-France', 'Référence hors de la ville', 'Non'],
          ],
        }),
        p(
          'Le registre nominatif des personnes vulnérables, tenu par le CCAS, ',
          b('n’entre jamais dans la carte'),
          ' : il contient des données personnelles et n’a pas été constitué pour cela. Les données carroyées de l’Insee donnent un ordre de grandeur sans nommer personne.',
        ),
        h3('Lire les zones climatiques locales'),
        p(
          'Les LCZ (',
          i('local climate zones'),
          ') classent les quartiers selon leur aptitude à chauffer ou à se rafraîchir. La méthode, publiée par Stewart et Oke en 2012, compte dix-sept types : dix pour les espaces bâtis, numérotés de 1 à 10, et sept pour les autres, notés de A à G. On les déduit de la hauteur et de la densité du bâti, de la part de sol imperméable et de la végétation.',
        ),
        ul(
          'Un centre ancien dense de deux à quatre étages relève en général de la LCZ 2 ou 3.',
          'Un lotissement avec jardins relève de la LCZ 6.',
          'Une zone commerciale, basse et très minérale, relève de la LCZ 8 : souvent la plus chaude le jour, rarement la plus habitée la nuit.',
        ),
        p(
          'Une LCZ décrit une forme urbaine, pas une mesure. Elle dit où regarder, elle ne dit pas combien de degrés.',
        ),
      ],
    },
    {
      by: 'julien-morel',
      nodes: [
        h2('Mesurer'),
        h3('Installer un petit réseau de capteurs'),
        p(
          'Huit à douze points suffisent à une ville moyenne, à condition de les choisir contrastés et de ne plus les déplacer.',
        ),
        ol(
          'Choisir une référence hors de la ville, sur un sol enherbé et dégagé, à une altitude proche.',
          'Répartir les autres points par type de quartier : centre ancien, faubourg, lotissement, zone d’activité, parc, bord de l’eau.',
          'Fixer chaque capteur entre 2,5 m et 3 m de haut, sous un abri ventilé et blanc, à plus d’un mètre de toute façade, loin d’une bouche d’aération ou d’un climatiseur.',
          'Enregistrer toutes les dix minutes, à l’heure universelle, sans jamais corriger à la main la donnée brute.',
          'Placer tous les capteurs côte à côte une semaine avant la pose et une semaine après la dépose : les écarts constatés donnent la correction à appliquer et la dérive.',
        ),
        p(
          'Pour l’îlot nocturne, ne garder que les nuits calmes et claires, puis comparer la température minimale de chaque point à celle de la référence. Donner la médiane sur l’été et le nombre de nuits retenues, pas seulement le record. Compter aussi les ',
          b('nuits tropicales'),
          ', celles où la température ne descend pas sous 20 °C : c’est un indicateur que tout le monde comprend.',
        ),
        quote(
          'Nous avions fixé deux capteurs sur des murs plein sud parce qu’il y avait une prise. Il a fallu jeter six semaines de mesures. L’emplacement vaut plus que le capteur.',
        ),
        h3('Lire une image thermique'),
        p(
          'Les satellites Landsat 8 et 9 fournissent gratuitement une température de surface. Leur capteur thermique voit des carrés d’environ 100 m de côté, rééchantillonnés à 30 m, et chaque passage a lieu en fin de matinée. Ce qu’il faut en attendre :',
        ),
        ul(
          'une comparaison entre quartiers, jamais entre deux trottoirs ;',
          'des surfaces de jour : rien sur la nuit, rien sur l’air que l’on respire ;',
          'des pièges : un toit métallique peut paraître froid parce qu’il émet peu, un champ moissonné paraître brûlant, un terrain de sport synthétique dépasser tout le reste.',
        ),
        p(
          'Retenir au moins cinq images de jours chauds sans nuage, sur plusieurs étés, et cartographier l’écart à la moyenne de la commune plutôt que des degrés.',
        ),
        h3('Mesurer l’ombre'),
        p(
          'L’ombre agit d’abord sur le rayonnement reçu : à température d’air presque égale, un piéton à l’ombre ressent plusieurs degrés de moins. Le groupe Nature en ville a écrit un protocole simple, au mètre et à la photographie, à ',
          b('14 h'),
          '. En été, c’est à peu près midi au soleil : l’ombre est alors la plus courte, et l’on mesure le cas le plus défavorable.',
        ),
      ],
    },
    {
      by: 'julien-morel',
      nodes: [
        h2('Cartographier'),
        p(
          'La carte utile est celle qui croise trois questions, chacune notée de 0 à 4 sur la même maille (un carré de 100 m, ou mieux, un tronçon de rue) :',
        ),
        ol(
          [
            b('Il y fait chaud.'),
            ' Surface minérale, température de surface, hauteur des rues, manque d’ombre à 14 h.',
          ],
          [b('On y est exposé.'), ' Habitants, écoles, arrêts de bus, marchés, files d’attente.'],
          [
            b('On y est fragile.'),
            ' Part des plus de 65 ans et des moins de 5 ans, logements anciens, ménages modestes.',
          ],
        ),
        p(
          'Additionner les notes donne un classement, mais en cache les raisons. Garder donc les trois notes visibles à côté du total. Publier la carte avec sa méthode, son millésime, ses sources et une phrase sur ce qu’elle ne dit pas. Les données produites par la ville se publient sous Licence Ouverte 2.0 ; dès qu’une couche d’OpenStreetMap y est mêlée, vérifier ce que demande l’ODbL.',
        ),
      ],
    },
    {
      by: 'yann-le-goff',
      nodes: [
        h2('Agir, dans le bon ordre'),
        p(
          'L’ordre compte plus que la liste. Les actions ci-dessous vont de la plus sûre à la plus incertaine.',
        ),
        h3('1. Garder l’ombre qui existe'),
        p(
          'Un grand tilleul abattu, ce sont vingt à trente ans d’ombre à attendre. La charte de l’arbre, la clause de chantier et l’avis du service des espaces verts avant toute permission de voirie coûtent peu et rapportent tout de suite.',
        ),
        h3('2. Planter là où l’ombre manque, pas là où la place existe'),
        p(
          'Viser le trottoir ensoleillé l’après-midi, donc le côté nord d’une rue est-ouest et le côté est d’une rue nord-sud. Prévoir un volume de terre généreux : un arbre qui a soif ferme ses feuilles, n’évapore plus et finit par perdre son houppier.',
        ),
        h3('3. Ouvrir et mouiller les sols'),
        p(
          'Désimperméabiliser une cour d’école ou un parking rend l’eau de pluie au sol, donc aux arbres. Les fontaines et brumisateurs soulagent localement et quelques minutes ; ils ne rafraîchissent pas un quartier.',
        ),
        h3('4. Éclaircir, avec mesure'),
        p(
          'L’albédo est la part du rayonnement solaire qu’une surface renvoie. Les valeurs ci-dessous sont des ordres de grandeur ; elles changent avec l’usure et la saleté.',
        ),
        table({
          header: ['Surface', 'Albédo courant', 'À savoir'],
          rows: [
            ['Enrobé neuf', 'environ 0,05', 'S’éclaircit en vieillissant, vers 0,10 à 0,20'],
            ['Béton clair', '0,25 à 0,40', 'Fonce avec les salissures'],
            [
              'Pelouse',
              '0,20 à 0,25',
              'Rafraîchit surtout si elle est arrosée par la pluie ou par un sol frais',
            ],
            [
              'Toiture peinte en blanc',
              '0,70 à 0,85 à l’état neuf',
              'Entretien nécessaire ; gain sensible dans les combles non isolés',
            ],
          ],
        }),
        p(
          'Un sol clair renvoie aussi le rayonnement vers les façades et vers les passants : au niveau du piéton, il peut augmenter l’inconfort en plein après-midi. Réserver les teintes les plus claires aux toits et aux sols ombragés.',
        ),
        h2('Par où commencer'),
        tasks([
          { done: true, text: 'Écrire la question, en une phrase, avec l’élu référent' },
          { done: true, text: 'Rassembler les quatre données indispensables' },
          { done: true, text: 'Choisir dix emplacements de capteurs sur plan' },
          { done: false, text: 'Visiter chacun à 14 h, par ciel clair' },
          { done: false, text: 'Étalonner les capteurs côte à côte (semaine du 3 avril 2023)' },
          { done: false, text: 'Dessiner la carte croisée, version d’essai, avant le 15 mai 2023' },
          { done: false, text: 'La montrer à trois habitants du quartier classé premier, et corriger' },
        ]),
        h2('Pour aller plus loin'),
        ul(
          [
            a('https://www.data.gouv.fr/', 'data.gouv.fr'),
            ' : occupation du sol, bâtiments, zones climatiques locales.',
          ],
          [
            a('https://geoservices.ign.fr/', 'Géoservices de l’IGN'),
            ' : BD TOPO, OCS GE, photographies aériennes, relevés laser.',
          ],
          [
            a('https://www.drias-climat.fr/', 'DRIAS, les futurs du climat'),
            ' : projections climatiques par point de grille.',
          ],
          [
            'I. D. Stewart et T. R. Oke, l’article qui a défini les ',
            i('zones climatiques locales'),
            ', revue de la société météorologique américaine, 2012 (en anglais).',
          ],
        ),
      ],
    },
  ],
};
