import { b, callout, h2, h3, p, table, ul } from '../builders/prose.ts';
import type { Template } from './template.ts';

export const missionReport: Template = {
  key: 'mission-report',
  name: 'Rapport de mission',
  description:
    'Rendre compte d’une mission de conseil : ce qui était demandé, ce qui a été fait, ce qui reste.',
  blocks: [
    p(b('Mission'), ' : intitulé de la lettre de mission'),
    p(b('Ville et expérimentation'), ' : '),
    p(b('Cabinet et intervenants'), ' : '),
    p(b('Période'), ' : du … au …, nombre de jours'),
    callout(
      'key',
      'Synthèse d’une demi-page : la demande, la réponse, les trois recommandations, la première chose à faire.',
    ),
    h2('La demande'),
    p(
      'Le besoin de la ville, dans ses mots. Ce que la lettre de mission prévoyait, et ce qui a été précisé en route.',
    ),
    h2('Ce qui a été fait'),
    table({
      header: ['Date', 'Intervention', 'Participants', 'Jours'],
      rows: [
        ['', '', '', ''],
        ['', '', '', ''],
      ],
    }),
    h2('Constats'),
    h3('Organisation et compétences'),
    p('Ce qui est en place, ce qui repose sur une seule personne.'),
    h3('Données et outils'),
    p('Qualité, accès, droits d’usage, formats.'),
    callout('practice', 'Distinguez ce que vous avez vu de ce que l’on vous a dit.'),
    h2('Recommandations'),
    table({
      header: ['Recommandation', 'Porteur', 'Effort', 'Délai', 'Priorité'],
      rows: [
        ['', '', '', '', 'Haute, moyenne ou basse'],
        ['', '', '', '', ''],
      ],
    }),
    h2('Livrables remis'),
    ul('Document, version, où il se trouve'),
    h2('Ce que la ville sait faire seule désormais'),
    p('Les gestes acquis, et par qui.'),
    h2('Utile aux autres villes'),
    p('Ce que cette mission apprend au groupe, sans rien de confidentiel.'),
  ],
};
