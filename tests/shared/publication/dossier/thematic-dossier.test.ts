import { expect, test } from 'vitest';
import {
  INTRODUCTION_MAX,
  isSameDossier,
  moveInOrder,
  paragraphsOf,
  parseDossierLine,
  parseDossierTitle,
  parseIntroduction,
} from '#shared/publication/dossier/thematic-dossier.ts';

test('[TD1] a dossier has a title of one line and an introduction of paragraphs', () => {
  expect(parseDossierTitle(' L’arbre \n en ville ')).toEqual({ ok: true, value: 'L’arbre en ville' });
  expect(parseIntroduction('\r\nUn.\r\n \r\n\r\nDeux. ')).toEqual({ ok: true, value: 'Un.\n\nDeux.' });
  expect(parseIntroduction('')).toEqual({ ok: true, value: '' });
  expect(parseDossierTitle(' \n ')).toMatchObject({ error: 'thematicDossier.titleMissing' });
  expect(parseDossierTitle('x'.repeat(201))).toMatchObject({ error: 'thematicDossier.titleTooLong' });
  expect(parseIntroduction('x'.repeat(INTRODUCTION_MAX))).toMatchObject({ ok: true });
  expect(parseIntroduction('x'.repeat(INTRODUCTION_MAX + 1))).toMatchObject({
    error: 'thematicDossier.introductionTooLong',
  });
  expect(paragraphsOf('Un,\nsuite.\n\n\n\nDeux.')).toEqual(['Un,\nsuite.', 'Deux.']);
  expect(paragraphsOf(' \n\n ')).toEqual([]);
});

test('[TD2] the line that presents an item is one line of 300 characters at most, or none', () => {
  expect(parseDossierLine(' Pour\n commencer ')).toEqual({ ok: true, value: 'Pour commencer' });
  expect(parseDossierLine('')).toEqual({ ok: true, value: '' });
  expect(parseDossierLine('x'.repeat(301))).toMatchObject({ error: 'thematicDossier.lineTooLong' });
});

test('[TD3] an item moves by one place, stays at the ends, and what is not there does not move', () => {
  const order = ['a', 'b', 'c'];
  expect(moveInOrder(order, 'b', 'up')).toEqual(['b', 'a', 'c']);
  expect(moveInOrder(order, 'b', 'down')).toEqual(['a', 'c', 'b']);
  expect(moveInOrder(order, 'a', 'up')).toEqual(order);
  expect(moveInOrder(order, 'c', 'down')).toEqual(order);
  expect(moveInOrder(order, 'x', 'up')).toBeNull();
});

test('[TD4] what was published is compared with what the dossier says now, order and lines among it', () => {
  const item = (documentId: string, line = '') => ({ documentId, line });
  const theme = { key: 'risques', name: 'Risques' } as const;
  const frozen = { title: 'T', theme, introduction: 'I', items: [item('a'), item('b')] };
  expect(isSameDossier(frozen, { items: [item('a'), item('b')], introduction: 'I', theme, title: 'T' })).toBe(
    true,
  );
  expect(isSameDossier(frozen, { ...frozen, items: [item('b'), item('a')] })).toBe(false);
  expect(isSameDossier(frozen, { ...frozen, items: [item('a', 'x'), item('b')] })).toBe(false);
  expect(isSameDossier(frozen, { ...frozen, title: 'U' })).toBe(false);
});
