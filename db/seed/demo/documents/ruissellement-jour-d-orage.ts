import { b, h2, h3, ol, p, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const ruissellementJourDOrage: DemoDocument = {
  key: 'ruissellement-jour-d-orage',
  group: 'ruissellement',
  title: 'Observer le ruissellement un jour d’orage',
  authors: ['mathilde-garnier', 'yann-le-goff'],
  createdAt: '2023-02-24T16:00:00+01:00',
  updatedAt: '2023-03-06T09:35:00+01:00',
  sections: [
    {
      by: 'mathilde-garnier',
      nodes: [
        h2('Une heure qui vaut une étude'),
        p(
          'Le chemin que prend l’eau pendant un orage ne se lit sur aucune carte avec certitude. Une bordure abaissée, une grille bouchée, un mur ouvert pour un garage suffisent à l’envoyer ailleurs. Des agents préparés, qui observent au bon endroit pendant une heure, apportent ce que le calcul ne donnera pas.',
        ),
        p(
          b('La sécurité d’abord.'),
          ' On observe depuis un lieu sûr, jamais seul, jamais dans un passage inférieur, jamais les pieds dans l’eau : une bouche d’égout soulevée ne se voit pas. Une observation manquée n’est pas grave.',
        ),
        h2('Préparer'),
        ol(
          'Choisir six à dix points d’après les axes d’écoulement calculés et la mémoire des équipes.',
          'Visiter chaque point par temps sec : repère de hauteur peint, lieu sûr, angle de la photographie.',
          'Former une équipe d’astreinte volontaire, deux agents par point.',
          'Fixer le déclenchement : avertissement pluies intenses reçu, ou plus de 10 mm en 15 minutes au pluviomètre de référence.',
        ),
        h2('Noter'),
        table({
          header: ['Champ', 'Comment', 'Exemple'],
          rows: [
            ['Heure', 'Heure légale, à la minute', '17 h 42'],
            ['Hauteur', 'Lue sur le repère, en centimètres', '8 cm'],
            ['Largeur mouillée', 'Caniveau, trottoir, toute la rue', 'Toute la rue'],
            ['Sens', 'Flèche sur le plan', 'Vers la halle'],
            ['Vitesse', 'Secondes pour qu’un flotteur parcoure 5 m', '4 s'],
            ['Cause visible', 'Grille bouchée, refoulement, apport d’une rue', 'Feuilles sur la grille'],
            ['Image', 'Une photographie face au repère, une vers l’amont', 'Deux fichiers'],
          ],
        }),
        p('Écrire aussi « rien à signaler » : une rue sèche pendant un fort orage est une information.'),
      ],
    },
    {
      by: 'yann-le-goff',
      nodes: [
        h2('Après l’orage'),
        ul(
          'Le lendemain, relever les laisses : feuilles, boue, traits sur les murs. Elles s’effacent en deux jours.',
          'Demander aux commerçants l’heure à laquelle l’eau est entrée, et par où.',
          'Réunir les fiches avec le cumul de pluie du pluviomètre le plus proche. Sans la pluie, la hauteur d’eau ne se compare à rien.',
        ),
        h3('Ce que les arbres y peuvent'),
        p(
          'Une fosse plantée reliée au caniveau retient les premières pluies, celles qui reviennent plusieurs fois par an. Elle ne retient pas un orage exceptionnel. Les deux messages doivent être donnés ensemble : désimperméabiliser aide presque tous les jours de pluie, et ne dispense pas de prévoir le passage de l’eau les autres jours.',
        ),
        h2('Rendre utile'),
        p(
          'Une carte des observations se publie par tronçon de rue, sans adresse ni nom. Les photographies où l’on reconnaît une personne ou une plaque restent dans le cercle du groupe.',
        ),
        tasks([
          { done: true, text: 'Liste des dix points de Saint-Aubin-les-Marais' },
          { done: true, text: 'Fiche plastifiée, recto verso' },
          { done: false, text: 'Peindre les repères avant le 15 avril 2023' },
          { done: false, text: 'Exercice à blanc un mercredi matin, avec la police municipale' },
        ]),
      ],
    },
  ],
};
