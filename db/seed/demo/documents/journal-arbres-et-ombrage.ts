import { b, h2, h3, i, ol, p, quote, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const journalArbresEtOmbrage: DemoDocument = {
  key: 'journal-arbres-et-ombrage',
  group: 'nature',
  title: 'Journal de l’expérimentation « Arbres et ombrage »',
  authors: ['nadia-ferrand', 'yann-le-goff', 'julien-morel', 'camille-roche'],
  createdAt: '2023-02-03T09:00:00+01:00',
  updatedAt: '2023-03-14T10:05:00+01:00',
  quotes: [
    {
      by: 'nadia-ferrand',
      document: 'protocole-ombre',
      words: 'la surface de sol à l’ombre de chaque arbre numéroté',
      mode: 'live',
      at: '2023-03-10T10:00:00+01:00',
    },
  ],
  sections: [
    {
      by: 'nadia-ferrand',
      nodes: [
        p(
          i(
            'Valmont-sur-Loire et Saint-Aubin-les-Marais, d’octobre 2022 à juin 2023. Une page par mois : ce qui a été fait, ce qui a coincé, ce que l’on en retient. Exemple rédigé pour la démonstration.',
          ),
        ),
        h2('Octobre 2022 : la question'),
        p(
          'Première journée commune à Valmont. Chaque service est venu avec sa carte : les arbres d’un côté, les plaintes de l’été de l’autre. Aucune ne montrait l’ombre. Question retenue : ',
          b('où un arbre servira-t-il le plus, et comment le montrer à un conseil municipal ?'),
        ),
        p('Temps passé : 3 jours d’agents.'),
      ],
    },
    {
      by: 'julien-morel',
      nodes: [
        h2('Novembre 2022 : ce que nous avons déjà'),
        p('Les deux inventaires comparés champ par champ.'),
        table({
          header: ['Ce que dit le fichier', 'Valmont-sur-Loire', 'Saint-Aubin-les-Marais'],
          rows: [
            ['Arbres dans le fichier', '6 240', '3 915'],
            ['Position', 'Relevée au téléphone', 'Dessinée sur plan en 2011'],
            ['Espèce renseignée', '88 %', '41 %'],
            ['Diamètre du houppier', 'Jamais', 'Jamais'],
            ['Dernière mise à jour', '2021', '2016'],
          ],
        }),
        p(
          'Constat un peu rude : la mesure dont nous avons le plus besoin, le houppier, n’existe nulle part. D’où l’idée de l’échantillon.',
        ),
        p('Temps passé : 4 jours d’agents, 1 jour de conseil.'),
      ],
    },
    {
      by: 'nadia-ferrand',
      nodes: [
        h2('Décembre 2022 : un gabarit pour deux'),
        p(
          'Gabarit d’inventaire commun adopté entre les deux villes : onze champs, dont sept obligatoires. Nous avons renoncé à l’état sanitaire, que chaque équipe jugeait autrement. Samira a écrit le gabarit en Table Schema, ce qui permet de vérifier un fichier avant de l’envoyer.',
        ),
        p('Temps passé : 2 jours d’agents.'),
        h2('Janvier 2023 : la tempête'),
        p(
          'Parcs fermés douze jours. Les deux équipes ont été affectées au déblaiement et au contrôle des arbres. Aucune mesure ce mois-ci. ',
          b('Glissement de trois semaines demandé pour le jalon 3'),
          ', motif écrit le 6 février.',
        ),
        p('Temps passé : 1 jour d’agent.'),
      ],
    },
    {
      by: 'yann-le-goff',
      nodes: [
        h2('Février 2023 : reprise'),
        p(
          'Relevés repris le 20. Le mètre laser circule entre les deux villes, une semaine chacune. Nous avons commencé par la place du Port, où trois générations de plantation se côtoient.',
        ),
        quote(
          'Sur la place du Port, la banquette de deux mètres a plus compté que l’essence : les arbres plantés en fosse étroite ont perdu un tiers de leur houppier en trois étés.',
        ),
        p(
          'À vérifier avant d’en faire une règle : les fosses étroites sont aussi les plus proches de la chaussée. Il faudrait comparer à exposition égale, sur une autre place.',
        ),
        p('Temps passé : 2 jours d’agents.'),
      ],
    },
    {
      by: 'camille-roche',
      nodes: [
        h3('Note de la mission de conseil, 27 février'),
        p('Trois lectures faites avec Julien sur les données de février :'),
        ol(
          'La position des arbres de 2011 est décalée de 2 m à 6 m vers l’est, presque partout de la même façon. Un recalage d’ensemble règle neuf cas sur dix.',
          'Les réseaux enterrés sont l’inconnue principale : le plan se consulte sur place et ne peut pas être copié, pour des raisons de sécurité. Prévoir deux demi-journées.',
          'Le croisement avec la température de surface ne dira rien d’une rue étroite : la maille du satellite est trop large. Mieux vaut le calcul d’ombre.',
        ),
      ],
    },
    {
      by: 'yann-le-goff',
      nodes: [
        h2('Mars 2023 : le relevé à blanc'),
        p(
          'Rue des Tanneurs, 34 arbres numérotés. Dix-huit faits le 9 mars, le reste demain si la pluie s’arrête. Le geste est acquis : quatre minutes par arbre à la fin, contre onze au début.',
        ),
        ul(
          'La photographie face au nord est la partie la plus longue : peindre un repère au sol ferait gagner une minute.',
          'Trois arbres sont jointifs ; le protocole a été complété en conséquence.',
          'Un riverain a demandé si nous allions abattre. Prévoir une affichette.',
        ),
        h3('À faire avant la fin du mois'),
        tasks([
          { done: true, text: 'Numéroter les arbres de la rue des Tanneurs' },
          { done: false, text: 'Terminer les arbres 19 à 34 (Yann Le Goff, Nadia Ferrand)' },
          { done: false, text: 'Recaler les positions de 2011 (Julien Morel)' },
          { done: false, text: 'Consulter le plan des réseaux à Saint-Aubin-les-Marais (Samira Benali)' },
          { done: false, text: 'Tenir cette page à jour avant le vendredi 31 mars' },
        ]),
        p('La règle du relevé, telle que le protocole commun la donne aujourd’hui :'),
      ],
    },
  ],
};
