import { a, b, h2, h3, i, ol, p, quote, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const inventorierSansToutMesurer: DemoDocument = {
  key: 'inventorier-sans-tout-mesurer',
  group: 'nature',
  title: 'Inventorier sans tout mesurer',
  authors: ['yann-le-goff', 'samira-benali', 'hugo-lemaire'],
  createdAt: '2023-02-01T08:50:00+01:00',
  updatedAt: '2023-03-02T17:12:00+01:00',
  folder: 'Méthodes',
  sections: [
    {
      by: 'yann-le-goff',
      nodes: [
        h2('L’idée en une page'),
        p(
          'Une ville de 30 000 habitants possède souvent entre 5 000 et 15 000 arbres. Les décrire un par un demande une année d’agent, et le fichier vieillit avant d’être fini. Cette fiche propose un chemin en trois niveaux : chacun est utile même si l’on ne passe jamais au suivant.',
        ),
        table({
          header: ['Niveau', 'Ce que l’on relève', 'Sur quels arbres', 'Temps indicatif'],
          rows: [
            [
              '1. Compter',
              'Position, genre, situation',
              'Tous ceux du domaine public',
              '2 minutes par arbre',
            ],
            [
              '2. Décrire',
              'Niveau 1, plus dimensions, âge apparent, pied de l’arbre',
              'Un échantillon de 200 arbres',
              '8 minutes par arbre',
            ],
            [
              '3. Suivre',
              'Niveau 2, plus état sanitaire et mécanique',
              'Arbres signalés, arbres remarquables, plantations de moins de cinq ans',
              '20 minutes et plus, par un spécialiste',
            ],
          ],
        }),
        p(
          'Le niveau 3 n’est pas une affaire de formulaire : le diagnostic de la tenue mécanique d’un arbre engage la sécurité du public et relève d’une personne formée. Cette fiche s’arrête au niveau 2.',
        ),
        h2('Niveau 1 : compter'),
        p(
          'Partir de ce qui existe : l’ancien tableur, les plans d’aménagement, les factures de plantation, la photographie aérienne. Trois règles évitent de tout refaire dans deux ans.',
        ),
        ol(
          [
            b('Un identifiant qui ne bouge pas.'),
            ' Jamais le numéro de la rue ni le rang dans la rangée : un arbre abattu décalerait tous les autres. Un arbre remplacé reçoit un nouvel identifiant ; l’ancien garde une date de fin.',
          ],
          [
            b('Une position vérifiable.'),
            ' Un téléphone donne 3 m à 5 m en ville, parfois pire entre de hautes façades. Recaler sur la photographie aérienne, au bureau, est plus rapide et plus sûr. Noter dans un champ comment la position a été obtenue.',
          ],
          [
            b('Le genre plutôt qu’une espèce devinée.'),
            ' Écrire ',
            i('Tilia'),
            ' et laisser l’espèce vide vaut mieux qu’une fausse précision.',
          ],
        ),
      ],
    },
    {
      by: 'samira-benali',
      nodes: [
        h2('Niveau 2 : un échantillon qui se défend'),
        h3('Pourquoi 200 arbres'),
        p(
          'Pour estimer une proportion, par exemple la part d’arbres dont le pied est entièrement scellé, un tirage au hasard de 200 arbres donne une marge d’environ 7 points dans le cas le moins favorable (proportion proche de la moitié, niveau de confiance de 95 %). Doubler l’échantillon ramène la marge à 5 points : le gain est faible pour deux fois plus de travail.',
        ),
        table({
          header: ['Arbres tirés', 'Marge au pire', 'Journées à deux agents'],
          rows: [
            ['50', '14 points', '1,5'],
            ['100', '10 points', '2,5'],
            ['200', '7 points', '5'],
            ['400', '5 points', '10'],
          ],
        }),
        p(
          'La marge vaut pour l’ensemble de la ville. Elle est bien plus large pour un quartier où dix arbres seulement ont été tirés : ne pas publier de pourcentage par quartier en dessous de trente arbres.',
        ),
        h3('Comment tirer'),
        ol(
          'Prendre la liste du niveau 1. Sans liste complète, tirer des tronçons de rue, puis relever tous les arbres des tronçons tirés : dans ce cas les marges sont plus grandes, car les arbres d’une même rue se ressemblent.',
          'Répartir par quartier, en proportion du nombre d’arbres, avec un minimum par quartier. Le groupe débat encore du minimum à garder pour les quartiers bâtis après 1990.',
          'Tirer au hasard dans chaque quartier, avec une graine notée, pour que quelqu’un d’autre puisse refaire le même tirage.',
          'Tirer aussi vingt remplaçants. Un arbre abattu est remplacé par le suivant de la liste, jamais par son voisin le plus beau.',
        ),
        p(
          'Si un quartier a reçu plus d’arbres que sa part, repondérer les résultats au moment de revenir à la ville entière. C’est l’oubli le plus fréquent.',
        ),
        h3('Les champs communs'),
        table({
          header: ['Champ', 'Valeurs', 'Précision attendue'],
          rows: [
            ['identifiant', 'texte', 'Stable, unique dans la commune'],
            ['genre, espèce, cultivar', 'nom scientifique', 'Vide plutôt que deviné'],
            ['circonférence du tronc', 'centimètres, à 1,30 m du sol', 'Au centimètre'],
            ['hauteur', 'classe : moins de 5 m, 5 à 10 m, 10 à 15 m, 15 à 20 m, plus de 20 m', 'À la classe'],
            ['diamètre du houppier', 'mètres, moyenne de deux mesures à angle droit', 'Au demi-mètre'],
            ['stade', 'jeune, adulte, mature, sénescent', 'Accord des deux agents'],
            ['situation', 'alignement, isolé, groupe, boisement', 'Au moment du relevé'],
            ['pied de l’arbre', 'pleine terre, fosse ouverte, fosse couverte, bac', 'Au moment du relevé'],
            ['surface perméable', 'mètres carrés autour du tronc', 'Au mètre carré'],
            ['date et auteur du relevé', 'date, fonction de l’agent', 'Pas de nom dans le fichier publié'],
          ],
        }),
        p(
          'Un tronc fourchu sous 1,30 m se mesure brin par brin : noter toutes les circonférences, séparées par un point-virgule, et non leur somme. Le lierre se décolle ou se signale, il ne se mesure pas.',
        ),
        h3('Vérifier la mesure, pas seulement le fichier'),
        p(
          'Une autre équipe refait un arbre sur dix, sans voir la première fiche. Si plus d’un arbre sur cinq change de classe de hauteur, ou si les circonférences diffèrent de plus de 3 %, on s’arrête et on règle le geste avant de continuer.',
        ),
        quote(
          'En comparant nos deux équipes, nous avons découvert que l’une mesurait à hauteur de poitrine d’un grand, l’autre d’un petit. Une ficelle de 1,30 m, nouée à la sangle, a tout réglé.',
        ),
      ],
    },
    {
      by: 'hugo-lemaire',
      nodes: [
        h2('Du carnet au fichier'),
        p(
          'Une application libre de relevé sur téléphone, reliée à QGIS, évite la double saisie ; elle doit fonctionner ',
          b('sans réseau'),
          '. Préparer des listes fermées pour tout ce qui peut l’être, et un seul champ libre, « remarque ». Le papier reste un bon secours les jours de pluie.',
        ),
        ul(
          'Exporter en GeoPackage pour travailler, en CSV et GeoJSON pour publier, en UTF-8.',
          'Coordonnées en Lambert-93 pour le travail, en WGS 84 pour la publication.',
          'Un fichier de métadonnées d’une page : qui, quand, comment, ce qui manque.',
        ),
        h3('Publier'),
        p(
          'Le registre national des schémas ne propose plus de schéma pour l’arbre. Le groupe publie donc son propre gabarit, écrit en Table Schema, et le soumettra à la filière de standardisation. D’ici là, dire « suit le gabarit du groupe » et non « conforme à un standard ».',
        ),
        p(
          'Deux précautions avant d’ouvrir : retirer les arbres des propriétés privées relevés par erreur, et retirer la position précise d’un arbre qui abrite une espèce sensible.',
        ),
        h2('Avant de partir sur le terrain'),
        tasks([
          { done: true, text: 'Liste tirée, graine notée, remplaçants prêts' },
          { done: true, text: 'Ruban de 3 m, ficelle de 1,30 m, télémètre ou croix du bûcheron' },
          { done: true, text: 'Fond de plan chargé dans le téléphone, batterie de secours' },
          { done: false, text: 'Gilets, cônes et autorisation pour les arbres au bord des voies' },
          { done: false, text: 'Une demi-journée d’essai à deux équipes sur vingt arbres' },
        ]),
        h2('Références'),
        ul(
          [
            a('https://www.ecologie.gouv.fr/', 'Ministère chargé de l’écologie'),
            ' : l’article L. 350-3 du code de l’environnement protège les allées et alignements d’arbres le long des voies ouvertes à la circulation.',
          ],
          [a('https://inpn.mnhn.fr/', 'INPN'), ' : référentiel TAXREF des noms scientifiques.'],
          [
            a('https://specs.frictionlessdata.io/table-schema/', 'Table Schema'),
            ' : le format dans lequel s’écrit le gabarit.',
          ],
        ),
      ],
    },
  ],
};
