import { b, h2, ol, p, table, tasks, ul } from '#db/seed/builders/prose.ts';
import type { DemoDocument } from '#db/seed/demo/demo-document.ts';

export const recenserReperesDeCrue: DemoDocument = {
  key: 'recenser-reperes-de-crue',
  group: 'ruissellement',
  title: 'Recenser les repères de crue : fiche de terrain',
  authors: ['lea-pons', 'samira-benali'],
  createdAt: '2023-03-01T09:40:00+01:00',
  updatedAt: '2023-03-09T14:55:00+01:00',
  sections: [
    {
      by: 'lea-pons',
      nodes: [
        h2('Avant de sortir'),
        p(
          'Commencer par les archives : délibérations, presse locale, cartes postales, registres des ponts. Chercher les dates, puis les lieux. Demander ensuite aux habitants les plus anciens et aux éclusiers. Un repère oublié derrière une gouttière vaut une campagne de mesures.',
        ),
        h2('Sur place'),
        ol(
          'Photographier le repère de près, avec une mire graduée, puis l’ensemble de la façade.',
          'Relever le texte exact, même s’il paraît faux. Ne rien nettoyer sans l’accord du propriétaire.',
          'Mesurer la hauteur du trait au-dessus du sol actuel, au centimètre. Noter si le sol a été refait.',
          'Demander l’accord écrit du propriétaire pour publier l’emplacement.',
        ),
        table({
          header: ['Champ', 'Valeurs', 'Exemple'],
          rows: [
            ['Événement', 'date, ou année seule', 'Décembre 1982'],
            ['Nature', 'trait gravé, plaque, peinture, témoignage', 'Plaque'],
            ['Hauteur au-dessus du sol', 'centimètres', '92'],
            ['Altitude nivelée', 'mètres, NGF-IGN69, vide si non mesurée', '23,47'],
            ['Fiabilité', 'sûre, moyenne, douteuse', 'Moyenne : plaque reposée'],
            ['État', 'bon, illisible, disparu', 'Bon'],
            ['Accord de publication', 'oui, non, à demander', 'Oui'],
          ],
        }),
      ],
    },
    {
      by: 'samira-benali',
      nodes: [
        h2('Niveler'),
        p(
          'La hauteur au-dessus du trottoir change à chaque chantier ; ',
          b('l’altitude, non'),
          '. Un géomètre la donne au centimètre à partir d’un repère de nivellement de l’IGN. Un récepteur satellitaire de précision convient si le ciel est dégagé : viser moins de cinq centimètres, et mesurer deux fois à une heure d’écart.',
        ),
        p(
          'Une altitude sans système de référence est inutilisable. Écrire « NGF-IGN69 » dans le fichier, et non seulement dans la notice.',
        ),
        h2('Transmettre'),
        ul(
          'Saisir le repère sur la plateforme nationale des repères de crue, en signalant les doublons.',
          'Publier le fichier de la ville avec ses photographies, sous Licence Ouverte 2.0.',
          'Inscrire la liste dans le document d’information communal sur les risques majeurs (DICRIM).',
        ),
        tasks([
          { done: true, text: 'Archives municipales de Castelbrume, boîtes 1910 à 1985' },
          { done: true, text: 'Neuf repères photographiés' },
          { done: false, text: 'Accord du propriétaire de l’ancien moulin' },
          { done: false, text: 'Nivellement de trois repères avec la régie (28 mars 2023)' },
        ]),
      ],
    },
  ],
};
