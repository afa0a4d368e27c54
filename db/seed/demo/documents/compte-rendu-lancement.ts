import { b, br, h2, h3, ol, outcome, p, quote, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const compteRenduLancement: DemoDocument = {
  key: 'compte-rendu-lancement',
  group: 'chaleur',
  title: 'Compte rendu de la réunion de lancement du printemps',
  authors: ['claire-oudin', 'samira-benali', 'nadia-ferrand'],
  createdAt: '2023-02-02T14:00:00+01:00',
  updatedAt: '2023-03-09T17:45:00+01:00',
  folder: 'Réunions et entretiens',
  sections: [
    {
      by: 'claire-oudin',
      nodes: [
        p(
          b('Jeudi 2 février 2023, de 14 h à 15 h 45, en ligne.'),
          br(),
          'Animation : Claire Oudin. Notes prises à plusieurs.',
        ),
        h2('Présences'),
        table({
          header: ['Organisation', 'Personnes', 'Présence'],
          rows: [
            ['Valmont-sur-Loire', 'Nadia Ferrand, Julien Morel', 'Présents'],
            ['Saint-Aubin-les-Marais', 'Yann Le Goff, Samira Benali', 'Présents'],
            ['Castelbrume', 'Léa Pons', 'Présente'],
            ['Hautelande Agglomération', 'Mathilde Garnier', 'Présente jusqu’à 15 h'],
            ['Banque des Territoires', 'Marc Delattre', 'Présent'],
            ['Agence du numérique des Hauts Coteaux', 'Étienne Vidal', 'Excusé'],
          ],
        }),
        h2('1. Ce que chaque ville attend de la saison'),
        p(
          'Valmont-sur-Loire veut une carte qui aide à choisir les rues à planter l’hiver prochain. Saint-Aubin-les-Marais veut savoir si la cour d’école rénovée en 2021 a changé quelque chose. Castelbrume n’a encore aucune mesure et cherche un point de départ raisonnable. L’agglomération prépare son plan climat et souhaite des méthodes que ses plus petites communes pourront reprendre.',
        ),
        p(
          'Accord rapide sur un point : les quatre attentes tiennent dans ',
          b('une seule question'),
          ', « où rafraîchir en premier, et avec quelles données le montrer ? »',
        ),
        h2('2. Le calendrier'),
        ul(
          'Février et mars : guide commun, liste des besoins de données, entretiens.',
          'Avril : étalonnage des capteurs côte à côte, une semaine, dans les serres municipales de Valmont-sur-Loire.',
          'Mai : pose des capteurs et première carte croisée.',
          'Juin : relevés d’ombre à 14 h, puis réunion de restitution.',
        ),
        p(
          'Marc Delattre rappelle que la relecture du guide demande trois semaines et qu’elle porte sur un texte arrêté, non sur une version qui bouge.',
        ),
      ],
    },
    {
      by: 'samira-benali',
      nodes: [
        h2('3. Combien de capteurs ?'),
        p(
          'Discussion la plus longue. Samira propose douze points par ville, Julien en préfère huit mieux suivis. Léa demande ce que vaut une ville sans aucun capteur : la réponse du groupe est que la carte de surchauffe et l’ombre se font sans eux, mais que rien ne pourra être dit des nuits.',
        ),
        quote(
          'Huit capteurs bien placés et relevés chaque mois, plutôt que vingt dont personne ne saura, en août, s’ils marchaient encore.',
        ),
        h3('Points techniques retenus'),
        ol(
          'Même modèle d’abri dans les trois villes, même hauteur de pose.',
          'Heure universelle dans les fichiers, heure légale dans les graphiques.',
          'Fichier brut conservé à part ; toute correction est écrite dans un second fichier avec son motif.',
        ),
      ],
    },
    {
      by: 'nadia-ferrand',
      nodes: [
        h2('4. Qui écrit quoi'),
        p(
          'Nadia coordonne le guide. Samira prend les données et la carte des îlots de fraîcheur, Yann les actions, Julien les mesures. Chacun signe ses passages : les villes doivent pouvoir être citées séparément dans la synthèse de juin.',
        ),
      ],
    },
    {
      by: 'claire-oudin',
      nodes: [
        h2('Décisions'),
        outcome(
          'decision',
          'Huit points de mesure au moins par ville, dont un hors de la ville et un dans un parc.',
        ),
        outcome(
          'decision',
          'Les mesures sont publiées sous Licence Ouverte 2.0 dès leur validation. Castelbrume a un mois de plus pour consulter son élu.',
        ),
        outcome('decision', 'Le groupe se réunit le premier jeudi du mois à 14 h.'),
        h2('Actions'),
        tasks([
          { done: true, text: 'Ouvrir l’espace du groupe et inviter les binômes (Claire Oudin, 6 février)' },
          { done: true, text: 'Rédiger le plan du guide (Nadia Ferrand, 10 février)' },
          { done: true, text: 'Demander trois devis de capteurs (Julien Morel, 28 février)' },
          { done: true, text: 'Proposer une trame d’entretien au groupe (Claire Oudin, 9 mars)' },
        ]),
        outcome('action', 'Envoyer le relevé de températures de mars au groupe'),
        outcome('action', 'Obtenir l’accord de l’élu de Castelbrume sur la licence'),
        p('Prochaine séance : ', b('jeudi 2 mars 2023 à 14 h'), ', en ligne.'),
      ],
    },
  ],
};
