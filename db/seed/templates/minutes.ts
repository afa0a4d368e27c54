import { b, callout, h2, h3, p, table, tasks, ul } from '../builders/prose.ts';
import type { Template } from './template.ts';

export const minutes: Template = {
  key: 'minutes',
  name: 'Compte rendu de réunion',
  description: 'Garder ce qui a été décidé et qui fait quoi, pour ceux qui étaient là et pour les absents.',
  blocks: [
    p(b('Date, heure, lieu'), ' : '),
    p(b('Animation'), ' : '),
    p(b('Prise de notes'), ' : '),
    callout('key', 'L’essentiel en deux lignes, pour qui ne lira que cela.'),
    h2('Participants'),
    table({
      header: ['Nom', 'Organisation', 'Présence'],
      rows: [
        ['', '', 'Présent, excusé ou absent'],
        ['', '', ''],
      ],
    }),
    h2('Ordre du jour'),
    ul('Premier point', 'Deuxième point', 'Points divers'),
    h2('Échanges'),
    callout(
      'practice',
      'Notez les arguments, pas les tours de parole. Une idée par paragraphe ; les noms seulement pour ce qui engage.',
    ),
    h3('Premier point'),
    p('Ce qui a été présenté, les questions posées, les désaccords qui restent.'),
    h3('Deuxième point'),
    p(''),
    h2('Décisions'),
    table({
      header: ['N°', 'Décision', 'Effet à partir du'],
      rows: [
        ['1', 'Une phrase au présent, que l’on peut relire seule', ''],
        ['2', '', ''],
      ],
    }),
    h2('Actions'),
    tasks([
      { done: false, text: 'Action, porteur, échéance' },
      { done: false, text: '' },
    ]),
    h2('Prochaine séance'),
    p('Date, lieu, ce qu’il faut avoir préparé.'),
  ],
};
