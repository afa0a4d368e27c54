import { b, h2, h3, i, ol, p, quote, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const protocoleOmbre: DemoDocument = {
  key: 'protocole-ombre',
  group: 'nature',
  title: 'Mesurer l’ombre portée : protocole commun',
  authors: ['yann-le-goff', 'julien-morel', 'camille-roche'],
  createdAt: '2023-02-15T13:40:00+01:00',
  updatedAt: '2023-03-14T11:50:00+01:00',
  folder: 'Méthodes',
  sections: [
    {
      by: 'yann-le-goff',
      nodes: [
        h2('La mesure en une phrase'),
        p(
          'Relever, ',
          b('à 14 h, en juin, par temps clair'),
          ', la surface de sol à l’ombre de chaque arbre numéroté, toujours de la même façon. C’est la mesure que les quatre villes savent refaire.',
        ),
        h2('Pourquoi 14 h, pourquoi juin'),
        p(
          'En France métropolitaine, à l’heure d’été, le soleil culmine autour de 14 h, à quelques dizaines de minutes près selon la longitude. L’ombre est alors la plus courte : on mesure le cas le plus défavorable, et l’on dépend peu des façades. Le matin et le soir, l’ombre des immeubles se mêle à celle des arbres.',
        ),
        p(
          'En juin, la hauteur du soleil change peu pendant quatre semaines : deux équipes peuvent mesurer à dix jours d’écart sans se contredire. Le calcul ci-dessous vaut pour un arbre de 10 m, à la latitude de 47°, lorsque le soleil culmine.',
        ),
        table({
          header: ['Date', 'Hauteur du soleil', 'Longueur de l’ombre'],
          rows: [
            ['21 juin', '66°', '4,4 m'],
            ['15 avril et 28 août', '53°', '7,6 m'],
            ['15 mars', '41°', '11,7 m'],
            ['21 décembre', '20°', '28 m'],
          ],
        }),
        p(
          'Un passage en mars ne se compare donc pas à un passage en juin. Il sert à autre chose : numéroter les arbres, choisir les points de photographie, apprendre le geste. Nous l’appelons ',
          i('relevé à blanc'),
          '.',
        ),
        h2('Ce qu’il faut emporter'),
        ul(
          'un mètre laser et un ruban de 20 m ;',
          'quatre fiches plastifiées par rue et le plan où les arbres portent leur numéro ;',
          'un téléphone pour la photographie et l’heure exacte ;',
          'deux cônes et deux gilets : on mesure parfois sur la chaussée.',
        ),
      ],
    },
    {
      by: 'julien-morel',
      nodes: [
        h2('Le geste'),
        ol(
          'Attendre un ciel clair, vent faible, entre 13 h 30 et 14 h 30. Renoncer si les nuages passent : une ombre floue ne se mesure pas.',
          'Se placer au pied de l’arbre, vérifier son numéro.',
          'Mesurer le plus grand axe de l’ombre au sol, puis l’axe perpendiculaire en son milieu, au décimètre.',
          'Estimer la part de lumière qui traverse, en quatre classes : moins de 10 %, 10 à 30 %, 30 à 50 %, plus de 50 %.',
          'Noter ce que l’ombre couvre : trottoir, chaussée, stationnement, façade, terrasse.',
          'Prendre une photographie face au nord, toujours depuis le même repère, l’arbre entier dans l’image.',
        ),
        p(
          'La surface se calcule comme une ellipse : ',
          b('0,785 × grand axe × petit axe'),
          '. Pour une ombre de 8 m sur 6 m : 0,785 × 8 × 6, soit environ 38 m². L’ombre coupée par un mur se mesure au sol seulement, et l’on coche « tronquée ».',
        ),
        h3('Les cas qui divisent'),
        table({
          header: ['Situation', 'Ce que l’on fait'],
          rows: [
            [
              'Deux houppiers se touchent',
              'Mesurer l’ombre commune, la partager à parts égales, cocher « jointive »',
            ],
            ['Une voiture masque le sol', 'Revenir, ou relever sur le plan à partir de deux points visibles'],
            ['Ombre d’un immeuble sur l’arbre', 'Noter « sans objet à 14 h », ne pas mettre zéro'],
            ['Arbre mort ou étêté', 'Mesurer quand même, noter l’état'],
            ['Pente marquée', 'Mesurer à plat, en tenant le ruban horizontal'],
          ],
        }),
        p(
          'Un champ vide et un zéro ne disent pas la même chose : le premier signifie que l’on n’a pas mesuré, le second que l’arbre ne donne pas d’ombre.',
        ),
        h2('Le fichier à rendre'),
        p(
          'Une ligne par arbre et par passage, en CSV, séparateur point-virgule, UTF-8. Le nom du fichier porte la ville, la rue et la date : « saint-aubin_tanneurs_2023-06-14.csv ».',
        ),
        ul(
          'identifiant de l’arbre, date, heure légale du relevé ;',
          'grand axe et petit axe en mètres, surface calculée ;',
          'classe de lumière, sol couvert, cases « tronquée » et « jointive » ;',
          'nom du fichier de photographie, équipe (deux initiales, retirées avant publication).',
        ),
      ],
    },
    {
      by: 'camille-roche',
      nodes: [
        h2('Quelle confiance accorder au résultat'),
        p(
          'Sur un essai de trente arbres mesurés par deux équipes (relevé d’exemple), l’écart médian est de 9 % sur la surface, et il dépasse 25 % pour quatre arbres, tous jointifs. Trois conséquences :',
        ),
        ul(
          'donner les surfaces sans décimale ;',
          'ne pas conclure d’une différence de moins de 10 % entre deux étés pour un seul arbre ;',
          'travailler par rue ou par essence, avec au moins vingt arbres, et publier la médiane.',
        ),
        quote(
          'Une mesure modeste, refaite chaque année par les mêmes gestes, finit par dire plus qu’un modèle dont personne ne sait changer les réglages.',
        ),
        p(
          'Pour étendre l’échantillon à toute la ville, relier l’ombre au diamètre du houppier et à la hauteur, par essence. Vérifier le résultat sur cinquante arbres qui n’ont pas servi au calcul. Si l’erreur dépasse un quart, regrouper les essences ou mesurer davantage.',
        ),
      ],
    },
    {
      by: 'yann-le-goff',
      nodes: [
        h2('Relevé à blanc, rue des Tanneurs'),
        tasks([
          { done: true, text: 'Emprunter le mètre laser' },
          { done: true, text: 'Imprimer le plan de la rue' },
          { done: true, text: 'Relever les arbres 1 à 18' },
          { done: false, text: 'Relever les arbres 19 à 34' },
          { done: false, text: 'Déposer le fichier' },
        ]),
      ],
    },
  ],
};
