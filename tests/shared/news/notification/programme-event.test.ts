import { expect, test } from 'vitest';
import { type Heard, linesOf } from '#shared/news/notification/lines.ts';
import { notification } from '#shared/news/notification/notification.fr.ts';
import { pathOfLine } from '#shared/news/notification/object-path.ts';

const heard = (id: string, verb: string, place: string | null, minute = 0): Heard => ({
  ...{ id, verb, objectKind: verb.slice(0, verb.indexOf('.')), objectId: 'e1' },
  reason: 'programme',
  ...{ at: new Date(Date.UTC(2023, 2, 14, 9, minute)), readAt: null, title: 'Ombres', actor: 'Marc' },
  ...{ group: null, data: place === null ? {} : { place } },
});
const said = (...events: Heard[]) =>
  linesOf(events).map((line) => [notification.line(line).sentence, pathOfLine(line)]);

test('[NO12] a line says where in the object something happened, and leads there', () => {
  expect(said(heard('n', 'experiment.commented', 'log:2023-04'))).toEqual([
    [
      'a commenté le journal d’avril 2023 de «\u202fOmbres\u202f»',
      '/experimentations/e1-ombres/journal#said-log:2023-04',
    ],
  ]);
  expect(said(heard('n', 'experiment.commented', 'evaluation:data'))).toEqual([
    [
      'a commenté l’évaluation (les données durables et normées) de «\u202fOmbres\u202f»',
      '/experimentations/e1-ombres/evaluation#said-evaluation:data',
    ],
  ]);
});

test('[NO6] [NO12] several of one object are one line, which leads to the last', () => {
  const events = [
    heard('m', 'experiment.commented', 'log:2023-04', 5),
    heard('n', 'experiment.commented', 'log:2023-03'),
  ];
  expect(said(...events)).toEqual([
    ['2 commentaires dans «\u202fOmbres\u202f»', '/experimentations/e1-ombres/journal#said-log:2023-04'],
  ]);
});

test('[NO14] an application is told by its title, and leads to its page', () => {
  expect(said(heard('n', 'application.submitted', null))).toEqual([
    ['a déposé la candidature «\u202fOmbres\u202f»', '/candidatures/e1-ombres'],
  ]);
});

test('[NO15] an interest is told with its city and its sheet, and leads to where its reader may read it', () => {
  expect(said(heard('n', 'adoption.declared', 'Clairvigne'))).toEqual([
    ['a déclaré un intérêt pour «\u202fOmbres\u202f» (Clairvigne)', '/reprises/e1-ombres/interet'],
  ]);
});

test('[NO6] what is unread of an object is one line, and what of it was read at one time another', () => {
  const first = { ...heard('n1', 'experiment.commented', null), readAt: new Date(Date.UTC(2023, 2, 14, 12)) };
  const second = { ...heard('n2', 'experiment.commented', null), readAt: first.readAt };
  const lines = linesOf([heard('n3', 'experiment.commented', null), second, first]);
  expect(lines.map(({ isUnread, count }) => [isUnread, count])).toEqual([
    [true, 1],
    [false, 2],
  ]);
});
