import { b, callout, h2, h3, p, table, ul } from '../builders/prose.ts';
import type { Template } from './template.ts';

export const decisionNote: Template = {
  key: 'decision-note',
  name: 'Note de décision',
  description:
    'Deux pages pour qu’un élu ou une direction tranche : la question, les options, la proposition.',
  blocks: [
    p(b('Pour'), ' : destinataire de la décision'),
    p(b('Avant le'), ' : date à laquelle la décision est utile'),
    callout('key', [
      b('Décision demandée.'),
      ' Une phrase à laquelle on répond par oui, par non ou par un choix.',
    ]),
    h2('Contexte'),
    p('Les faits, en dix lignes au plus. Ce qui a changé, et pourquoi la question se pose maintenant.'),
    h2('Options'),
    table({
      header: ['Option', 'Ce qu’elle apporte', 'Ce qu’elle coûte', 'Risques'],
      rows: [
        ['A. Ne rien changer', '', '', ''],
        ['B.', '', '', ''],
        ['C.', '', '', ''],
      ],
    }),
    callout(
      'practice',
      'Présentez chaque option comme si elle pouvait être choisie : une option de façade se voit.',
    ),
    h2('Proposition'),
    p('L’option proposée, et les deux raisons qui l’emportent.'),
    h3('Ce que cela engage'),
    ul('Budget, et sur quelle ligne', 'Temps des équipes', 'Données personnelles ou obligations légales'),
    h3('Ce qui reste incertain'),
    p('Dites ce que l’on ne sait pas, et quand on le saura.'),
    h2('Avis recueillis'),
    p('Services, partenaires, villes du groupe : un avis par ligne, daté.'),
    h2('Suite'),
    p('Première action, porteur, date. Comment on saura que la décision était bonne.'),
  ],
};
