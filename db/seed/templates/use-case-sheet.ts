import { callout, h2, h3, p, table, ul } from '../builders/prose.ts';
import type { Template } from './template.ts';

export const useCaseSheet: Template = {
  key: 'use-case-sheet',
  name: 'Fiche cas d’usage',
  description:
    'Raconter un usage de données mené par une ville, assez précisément pour qu’une autre le reprenne.',
  blocks: [
    callout(
      'key',
      'Accroche : 200 caractères au plus. Ce que la ville fait maintenant et qu’elle ne savait pas faire.',
    ),
    p('Ajoutez ici une image, avec un texte de remplacement qui dit ce qu’elle apprend.'),
    h2('Territoires et porteur'),
    p('La ville ou les villes, le service qui porte le projet, l’élu référent.'),
    h2('Thème et nature du service'),
    p(
      'Thème de la saison, façon de mobiliser la donnée (agréger, mesurer, croiser, modéliser, simuler, sensibiliser), nature du service rendu.',
    ),
    h2('Contexte et problème'),
    p('La situation de départ, avec un fait ou un chiffre. Qui était gêné, et de quoi.'),
    h2('Objectifs et questions'),
    ul('Ce que l’on voulait obtenir', 'Les questions auxquelles les données devaient répondre'),
    h2('Service ou usage réalisé'),
    p('Ce qui existe aujourd’hui : qui s’en sert, quand, pour quoi faire.'),
    h2('Données mobilisées'),
    table({
      header: [
        'Jeu de données',
        'Producteur',
        'Statut et motif',
        'Schéma',
        'Mise à jour',
        'Licence et lien',
        'Indispensable ?',
      ],
      rows: [
        ['', 'Type de producteur', 'Ouvert, partagé, fermé…', '', '', '', 'Oui ou non'],
        ['', '', '', '', '', '', ''],
      ],
    }),
    callout(
      'practice',
      'Une donnée absente compte aussi : inscrivez-la, avec ce que l’on a fait à sa place.',
    ),
    h2('Démarche'),
    h3('Binôme et partenaires'),
    p('Le référent métier, le correspondant données, les partenaires et leur apport.'),
    h3('Calendrier prévu, calendrier réel'),
    p('Les deux, avec la raison des écarts.'),
    h2('Résultats et indicateurs'),
    p('Ce qui a changé, du point de vue des agents et des habitants.'),
    table({
      header: ['Indicateur', 'Avant', 'Après', 'Comment on le mesure'],
      rows: [['', '', '', '']],
    }),
    h2('Effort'),
    table({
      header: ['Poste', 'Quantité'],
      rows: [
        ['Jours d’agents', ''],
        ['Jours de conseil', ''],
        ['Achats', ''],
        ['Délai', ''],
      ],
    }),
    h2('Freins et leviers'),
    ul('Frein, et comment il a été levé (ou non)', 'Levier que l’on n’attendait pas'),
    h2('Conditions de déploiement'),
    p(
      'Données minimales, périmètre, contraintes techniques ou juridiques : sans quoi il ne faut pas commencer.',
    ),
    h2('Ce qui se généralise'),
    p('Ce qu’une autre ville reprend tel quel, ce qu’elle adapte. Villes qui ont repris l’usage.'),
    h2('Contact'),
    p('Seulement avec l’accord de la personne : nom, fonction, moyen de la joindre.'),
    h2('Licence, auteurs, visas'),
    p(
      'Licence de la fiche, auteurs et villes, version, visa de la ville, de l’animation et de l’éditeur, avec leurs dates.',
    ),
  ],
};
