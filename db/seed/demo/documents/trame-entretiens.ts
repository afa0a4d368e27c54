import { b, h2, h3, ol, p, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const trameEntretiens: DemoDocument = {
  key: 'trame-entretiens',
  group: 'chaleur',
  title: 'Trame d’entretien : la chaleur vue par ceux qui la vivent',
  authors: ['claire-oudin', 'lea-pons'],
  createdAt: '2023-02-21T11:00:00+01:00',
  updatedAt: '2023-03-09T17:30:00+01:00',
  folder: 'Réunions et entretiens',
  sections: [
    {
      by: 'claire-oudin',
      nodes: [
        h2('Avant l’entretien'),
        p(
          'L’entretien sert à comprendre un problème, pas à vendre une carte. Il dure quarante-cinq minutes, de préférence sur le lieu de travail de la personne et en marchant. Deux personnes suffisent : l’une pose les questions, l’autre écrit.',
        ),
        tasks([
          { done: true, text: 'Dire qui nous sommes, pourquoi nous venons et ce que deviendront les notes' },
          {
            done: true,
            text: 'Demander l’accord pour prendre des notes ; ne pas enregistrer sans accord écrit',
          },
          { done: true, text: 'Ne relever ni nom, ni adresse, ni état de santé d’un tiers' },
          { done: false, text: 'Proposer une relecture des notes sous huit jours' },
        ]),
        h2('Questions communes'),
        ol(
          'Racontez-moi la dernière journée de forte chaleur : qu’est-ce qui a changé dans votre travail, heure par heure ?',
          'Où allez-vous vous rafraîchir ? Et où envoyez-vous les gens ?',
          'Quels endroits évitez-vous, et à partir de quelle heure ?',
          'Qui vous alerte quand la chaleur arrive, et que faites-vous alors ?',
          'De quelle information auriez-vous eu besoin la veille ?',
          'Que notez-vous déjà quelque part : un cahier, un tableur, une photographie ?',
          'Si la ville ne pouvait changer qu’une chose dans cette rue avant l’été, laquelle ?',
        ),
        p(
          'La sixième question est la plus utile : les données existent souvent là où personne ne les appelle ainsi. Le cahier d’arrosage d’un chef d’équipe vaut parfois une année de mesures.',
        ),
        h2('Questions selon la personne'),
        h3('Espaces verts'),
        ul(
          'Quels arbres avez-vous arrosés, perdus ou taillés à la suite de l’été dernier ? Où est-ce écrit ?',
          'Où une plantation a-t-elle échoué deux fois au même endroit ?',
        ),
        h3('CCAS, aide à domicile'),
        ul(
          'À quelle heure commencent les appels ? De quels quartiers, sans donner d’adresse ?',
          'Quels logements deviennent impossibles à tenir la nuit : sous les toits, mal ventilés, face à l’ouest ?',
        ),
        h3('Écoles et crèches'),
        ul(
          'À partir de quelle température les enfants restent-ils à l’intérieur ? Qui décide ?',
          'Où est l’ombre à la récréation de 15 h ?',
        ),
        h3('Commerçants et forains'),
        ul(
          'Quels jours fermez-vous plus tôt ? Vos ventes le montrent-elles ?',
          'Quel côté de la place demande-t-on en été ?',
        ),
        h3('Voirie et transports'),
        ul(
          'Quels arrêts de bus n’ont ni abri ni arbre ? Combien de montées en juillet ?',
          'Quels chantiers déjà prévus permettraient de planter ou d’ouvrir le sol sans surcoût ?',
        ),
      ],
    },
    {
      by: 'lea-pons',
      nodes: [
        h2('Après l’entretien'),
        p('Remplir une fiche d’une page le jour même, avec ', b('quatre rubriques'), ' et pas davantage :'),
        ul(
          [b('Ce qui gêne'), ' : trois faits, avec le lieu et l’heure.'],
          [b('Ce qui existe'), ' : les données, cahiers et habitudes déjà en place, et qui les tient.'],
          [b('Ce qui manque'), ' : l’information qui aurait changé une décision.'],
          [b('Une phrase'), ' : mot pour mot, si la personne accepte d’être citée par sa fonction.'],
        ),
        p(
          'Après cinq entretiens, relire les fiches côte à côte et reformuler chaque gêne en problématique : « Comment pourrions-nous… pour que… ? » Une problématique nomme une personne, un lieu et un moment. Si elle contient déjà une solution, la récrire.',
        ),
        p(
          'Exemple rédigé pour la démonstration : « Comment pourrions-nous offrir de l’ombre à l’arrêt du collège, entre 16 h et 18 h, pour que les élèves n’attendent plus sur la chaussée ? »',
        ),
      ],
    },
  ],
};
