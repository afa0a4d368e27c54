import { b, callout, h2, h3, ol, p, table, ul } from '../builders/prose.ts';
import type { Template } from './template.ts';

export const guide: Template = {
  key: 'guide',
  name: 'Guide de bonnes pratiques',
  description: 'Transmettre une méthode à une ville qui part de zéro : étapes, données, pièges, coûts.',
  blocks: [
    callout(
      'key',
      'En trois phrases : à quelle question ce guide répond, pour qui, et ce que la ville saura faire après l’avoir lu.',
    ),
    h2('À qui sert ce guide'),
    p(
      'Décrivez les lecteurs : leur métier, ce qu’ils savent déjà, la décision qu’ils ont à prendre. Dites aussi à qui il ne sert pas.',
    ),
    h2('Ce qu’il faut avant de commencer'),
    table({
      header: ['Élément', 'Pourquoi', 'Où le trouver', 'Indispensable ?'],
      rows: [
        ['Données', 'Ce que chaque jeu apporte', 'Producteur, lien, licence', 'Oui ou non'],
        ['Personnes', 'Rôle de chacune', 'Service, temps à prévoir', 'Oui ou non'],
        ['Outils', 'Usage', 'Logiciel libre ou déjà présent', 'Oui ou non'],
      ],
    }),
    h2('La méthode, pas à pas'),
    p('Une étape par partie, chacune avec son résultat visible. Commencez chaque titre par un verbe.'),
    h3('Étape 1 : cadrer la question'),
    p('Ce que l’on fait, qui le fait, en combien de temps, et à quoi l’on voit que c’est fini.'),
    callout('example', 'Ce qu’une ville du groupe a fait à cette étape, avec une date et un chiffre.'),
    h3('Étape 2 : réunir et vérifier les données'),
    p('Les contrôles à faire, dans l’ordre, et ce que l’on décide quand une donnée manque.'),
    h3('Étape 3 : produire le résultat'),
    p('Le geste technique, assez précis pour être refait sans l’auteur.'),
    h3('Étape 4 : partager et décider'),
    p('À qui montrer le résultat, sous quelle forme, et quelle décision il permet.'),
    h2('Les pièges rencontrés'),
    callout(
      'warning',
      'L’erreur que les villes du groupe ont le plus souvent faite, et comment elle se voit.',
    ),
    ul('Ce qui a fait perdre du temps', 'Ce que l’on croyait acquis et qui ne l’était pas'),
    h2('Ce que cela coûte'),
    p('Jours d’agents, jours de conseil, achats, délai. Distinguez la première fois des suivantes.'),
    h2('Reproduire dans une autre ville'),
    ol(
      'Conditions minimales : données, périmètre, contraintes',
      'Ce qui s’adapte sans risque',
      'Ce qui ne se transpose pas, et pourquoi',
    ),
    h2('Pour aller plus loin'),
    p(b('Sources et contacts.'), ' Textes, jeux de données, personnes qui ont accepté d’être jointes.'),
  ],
};
