import { a, b, h2, h3, i, ol, p, quote, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const essencesClimat2050: DemoDocument = {
  key: 'essences-climat-2050',
  group: 'nature',
  title: 'Choisir des essences adaptées au climat de 2050',
  authors: ['nadia-ferrand', 'yann-le-goff', 'ines-bouaziz'],
  createdAt: '2023-02-08T09:10:00+01:00',
  updatedAt: '2023-03-13T16:20:00+01:00',
  sections: [
    {
      by: 'nadia-ferrand',
      nodes: [
        h2('Pourquoi ce guide'),
        p(
          'Un arbre planté cet hiver donnera son ombre utile vers 2040 et vivra, s’il est bien installé, au-delà de 2080. Le choisir d’après ce qui pousse bien aujourd’hui revient à parier que rien ne changera. Ce guide aide un service d’espaces verts à écarter les erreurs coûteuses et à garder une trace de ses raisons. Il ne donne pas de liste miracle : il n’y en a pas.',
        ),
        p(
          'Les chiffres marqués « relevé d’exemple » sont inventés pour la démonstration et ne décrivent aucune ville réelle.',
        ),
      ],
    },
    {
      by: 'yann-le-goff',
      nodes: [
        h2('Critères de choix'),
        p(
          'Planter pour trente ans oblige à choisir une essence pour ',
          b('le climat qui vient'),
          ', pas pour celui que la ville a connu. Trois critères suffisent à écarter les erreurs les plus coûteuses : le sol et l’eau disponibles, l’ombrage attendu à quinze ans, et la place laissée aux racines.',
        ),
        h3('Quel climat, au juste ?'),
        p(
          'Le portail ',
          a('https://www.drias-climat.fr/', 'DRIAS'),
          ' donne, pour chaque point de grille de 8 km, des indicateurs calculés à partir de plusieurs modèles. En retenir quatre, aux horizons proche et moyen, avec un scénario d’émissions modéré et un scénario élevé :',
        ),
        ul(
          'le nombre de jours où la température dépasse 35 °C ;',
          'la plus longue période sans pluie de l’été ;',
          'les gelées tardives : un printemps plus précoce expose davantage les jeunes pousses ;',
          'le froid extrême de l’hiver : il devient rare, il ne disparaît pas.',
        ),
        p(
          'Regarder l’éventail des modèles, et non la seule médiane. En ville, ajouter l’effet du quartier : une place minérale vit déjà, certains étés, le climat moyen des décennies à venir.',
        ),
        h3('Sol et eau disponibles'),
        p(
          'C’est la première cause d’échec. Avant toute liste, creuser : profondeur réelle, tassement, pH, calcaire actif, remblais, sel de déneigement. Une essence sobre dans une fosse de 2 m³ souffrira plus qu’une essence exigeante en pleine terre.',
        ),
        ul(
          'Viser au moins 10 m³ de sol explorable pour un arbre de petit développement, le double ou davantage pour un grand. Une fosse continue, partagée par plusieurs arbres, vaut mieux que des fosses séparées.',
          'Garder une surface ouverte au pied : l’eau de pluie y entre, l’air aussi.',
          'Prévoir l’arrosage de reprise pendant trois étés, et qui le fera au mois d’août.',
        ),
        quote(
          'Sur la place du Port, la banquette de deux mètres a plus compté que l’essence : les arbres plantés en fosse étroite ont perdu un tiers de leur houppier en trois étés.',
        ),
        h3('Ombrage attendu'),
        p(
          'L’ombre dépend du diamètre du houppier, de sa densité et de sa hauteur. Un houppier dense protège mieux le piéton ; un houppier léger laisse passer la lumière d’hiver devant des fenêtres. Les persistants gardent leur ombre en janvier : à éviter au sud des logements.',
        ),
        p('Ombre portée à 14 h dans les parcs de Pont-Ormeau, relevé d’exemple, juin 2022 :'),
        table({
          header: ['Essence', 'Arbres mesurés', 'Ombre médiane à 14 h', 'Besoin en eau'],
          rows: [
            ['Érable champêtre', '64', '31 m²', 'Faible'],
            ['Micocoulier de Provence', '41', '46 m²', 'Faible'],
            ['Tilleul à petites feuilles', '118', '52 m²', 'Moyen'],
          ],
        }),
        p(
          'Ces médianes mêlent des arbres d’âges différents : elles ne disent pas qu’une essence « fait plus d’ombre » qu’une autre, seulement ce que le patrimoine existant donne aujourd’hui.',
        ),
      ],
    },
    {
      by: 'ines-bouaziz',
      nodes: [
        h2('Diversifier, la seule assurance'),
        p(
          'Nul ne sait quel parasite arrivera dans vingt ans. La graphiose a emporté les ormes, la chalarose affaiblit les frênes, le chancre coloré menace les platanes. Une règle d’usage, dite 10-20-30, borne le risque à l’échelle de la ville : pas plus de 10 % d’une même espèce, 20 % d’un même genre, 30 % d’une même famille. C’est un repère, pas une loi, et il se calcule sur l’inventaire.',
        ),
        ul(
          'Mélanger à l’intérieur d’une même rue plutôt que d’alterner des rues entières.',
          'Mélanger aussi les âges : tout un quartier planté la même année vieillira la même année.',
          'Demander la provenance : la marque Végétal local garantit une collecte dans la région d’origine, utile pour les haies et les lisières.',
        ),
        h3('Ce que l’arbre donne à d’autres'),
        p(
          'Un arbre nourrit et abrite. Les espèces de nos régions hébergent en général plus d’insectes que les espèces venues de loin, mais en rue minérale l’essentiel est qu’un arbre vive longtemps. Réserver la stricte origine locale aux parcs, berges et lisières ; admettre en rue des espèces plus méridionales, ',
          b('jamais une espèce envahissante'),
          '. L’ailante, inscrit sur la liste européenne des espèces préoccupantes, est exclu ; le robinier demande de la prudence.',
        ),
        h3('Et pour les habitants'),
        ul(
          'Pollens : le bouleau, le cyprès, l’aulne et le charme sont allergisants ; éviter d’en faire des rangées devant une école.',
          'Composés volatils : certaines essences, dont les chênes, les peupliers et les platanes, émettent des composés qui contribuent à former de l’ozone les jours chauds. Raison de plus pour mélanger.',
          'Fruits, miellat, branches : le nettoyage se prévoit avant la plantation, pas après la première plainte.',
        ),
      ],
    },
    {
      by: 'yann-le-goff',
      nodes: [
        h2('Comparer les essences'),
        p(
          'Le tableau résume des avis d’usage, à vérifier localement avec une pépinière et un conservatoire. « Sec » désigne la tolérance à un été sec une fois l’arbre installé, dans un sol suffisant.',
        ),
        table({
          header: ['Essence', 'Nom scientifique', 'Sec', 'Froid', 'À savoir'],
          rows: [
            [
              'Érable champêtre',
              i('Acer campestre'),
              'Bon',
              'Très bon',
              'Accepte le calcaire ; petit développement',
            ],
            [
              'Érable de Montpellier',
              i('Acer monspessulanum'),
              'Très bon',
              'Bon',
              'Croissance lente, belle tenue en rue étroite',
            ],
            [
              'Micocoulier de Provence',
              i('Celtis australis'),
              'Très bon',
              'Moyen, surtout jeune',
              'Grande ombre ; racines vigoureuses',
            ],
            [
              'Chêne pubescent',
              i('Quercus pubescens'),
              'Très bon',
              'Bon',
              'Lent ; pivot sensible à la transplantation',
            ],
            ['Chêne vert', i('Quercus ilex'), 'Très bon', 'Moyen', 'Persistant : ombre d’hiver à anticiper'],
            [
              'Frêne à fleurs',
              i('Fraxinus ornus'),
              'Bon',
              'Bon',
              'Nettement moins touché par la chalarose que le frêne commun',
            ],
            ['Charme-houblon', i('Ostrya carpinifolia'), 'Bon', 'Bon', 'Pollen allergisant à surveiller'],
            [
              'Tilleul argenté',
              i('Tilia tomentosa'),
              'Bon',
              'Très bon',
              'Supporte mieux la ville sèche que le tilleul à petites feuilles',
            ],
            [
              'Tilleul à petites feuilles',
              i('Tilia cordata'),
              'Moyen',
              'Très bon',
              'À garder où le sol reste frais',
            ],
            [
              'Orme résistant à la graphiose',
              [i('Ulmus'), ' (cultivars)'],
              'Bon',
              'Très bon',
              'Vérifier la résistance annoncée du cultivar',
            ],
          ],
        }),
        p(
          'Trois outils en ligne complètent cette lecture : Floriscope pour la description et la disponibilité en pépinière, Sésame, du Cerema, pour les services rendus selon l’essence, ClimEssences pour comparer un climat futur à l’aire actuelle d’une espèce. Ce dernier est pensé pour la forêt : en ville, il indique une tendance.',
        ),
      ],
    },
    {
      by: 'ines-bouaziz',
      nodes: [
        h2('Données nécessaires'),
        p(
          'L’inventaire du patrimoine arboré, le plan des réseaux enterrés et les relevés de température suffisent. Chacun figure dans le tableau des besoins, avec son producteur et son accès.',
        ),
        table({
          header: ['Donnée', 'Sert à', 'Si elle manque'],
          rows: [
            [
              'Inventaire des arbres',
              'Calculer la diversité, repérer les échecs',
              'Échantillon de 200 arbres',
            ],
            ['Réseaux enterrés', 'Savoir où creuser', 'Déclaration de travaux, consultation sur place'],
            ['Températures et ombre', 'Classer les rues', 'Visite à 14 h, image satellite'],
            ['Sondages de sol', 'Choisir l’essence', 'Tarière, dix points par quartier'],
            ['Projections climatiques', 'Fixer l’horizon', 'Ouvertes, portail DRIAS'],
          ],
        }),
      ],
    },
    {
      by: 'nadia-ferrand',
      nodes: [
        h2('Suivre la reprise'),
        p(
          'Un choix qui n’est pas suivi ne s’améliore pas. Pour chaque plantation, garder une fiche et la relire tous les automnes pendant cinq ans.',
        ),
        ol(
          'À la plantation : provenance, force du plant, volume de sol, date, entreprise.',
          'Chaque septembre : vivant ou mort, longueur des pousses de l’année, part de houppier sèche, arrosages faits.',
          'À cinq ans : garder l’essence, la réserver à certains sols, ou l’abandonner, en écrivant pourquoi.',
        ),
        tasks([
          { done: true, text: 'Citer la projection climatique retenue (demande de la relecture)' },
          { done: true, text: 'Remplacer l’inventaire complet par l’échantillon de 200 arbres' },
          { done: false, text: 'Faire relire le tableau des essences par une pépinière de chaque ville' },
          { done: false, text: 'Ajouter l’avis de Clairvigne sur les sols viticoles' },
          { done: false, text: 'Mettre en relecture le 3 avril 2023' },
        ]),
      ],
    },
  ],
  threads: [
    {
      by: 'marc-delattre',
      quote: 'une essence pour le climat qui vient',
      createdAt: '2023-03-13T15:02:00+01:00',
      said: [
        {
          by: 'marc-delattre',
          at: '2023-03-13T15:02:00+01:00',
          text: 'Pouvez-vous citer la projection retenue ? Les relecteurs la demanderont.',
        },
        {
          by: 'nadia-ferrand',
          at: '2023-03-13T16:20:00+01:00',
          text: 'Oui, la trajectoire de référence à 2050. J’ajoute le lien.',
        },
      ],
    },
    {
      by: 'yann-le-goff',
      quote: 'Prévoir l’arrosage de reprise pendant trois étés, et qui le fera au mois d’août.',
      createdAt: '2023-03-09T10:40:00+01:00',
      said: [
        {
          by: 'yann-le-goff',
          at: '2023-03-09T10:40:00+01:00',
          text: '@Nadia Ferrand, je reprends ce passage après la séance : chez nous, c’est le prestataire qui arrose.',
          names: ['nadia-ferrand'],
        },
      ],
    },
    {
      by: 'ines-bouaziz',
      quote: 'L’inventaire du patrimoine arboré, le plan des réseaux enterrés',
      createdAt: '2023-03-10T11:15:00+01:00',
      proposed: 'Un échantillon de 200 arbres, tiré par quartier, le plan des réseaux enterrés',
      said: [
        {
          by: 'ines-bouaziz',
          at: '2023-03-10T11:15:00+01:00',
          text: 'Un inventaire complet n’est pas un préalable : l’échantillon donne déjà un ordre de grandeur fiable.',
        },
        {
          by: 'nadia-ferrand',
          at: '2023-03-13T17:25:00+01:00',
          text: '@Camille Roche, est-ce aussi ce que montrent vos relevés de la rue des Tanneurs ?',
          names: ['camille-roche'],
        },
      ],
    },
    {
      by: 'marc-delattre',
      quote: 'sont inventés pour la démonstration',
      createdAt: '2023-03-02T09:30:00+01:00',
      resolvedBy: 'nadia-ferrand',
      said: [
        {
          by: 'marc-delattre',
          at: '2023-03-02T09:30:00+01:00',
          text: 'Dites-le dès le début du guide, pour que personne ne les reprenne.',
        },
        { by: 'nadia-ferrand', at: '2023-03-02T14:05:00+01:00', text: 'C’est fait.' },
      ],
    },
  ],
};
