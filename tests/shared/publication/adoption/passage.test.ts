import { describe, expect, test } from 'vitest';
import { passageUnder, textOf } from '#shared/publication/adoption/passage.ts';

const blocks = [
  '<p>Avant</p>',
  '<h2 id="titre-conditions">Conditions de <b>déploiement</b></h2>',
  '<h3 id="titre-perimetre">Périmètre</h3>',
  '<p>Un quartier</p>',
  '<h2 id="titre-suite">Suite</h2>',
  '<p>Après</p>',
];

describe('[RP2] what the sheet says of its conditions', () => {
  test('is read up to the next heading that is as high', () => {
    expect(passageUnder(blocks, 'conditions de déploiement')).toEqual(blocks.slice(2, 4));
    expect(passageUnder(blocks, 'Périmètre')).toEqual([blocks[3]]);
    expect(passageUnder(blocks, 'Suite')).toEqual([blocks[5]]);
  });

  test('is nothing where the sheet has no such heading', () => {
    expect(passageUnder(blocks, 'Avant')).toEqual([]);
    expect(passageUnder([], 'Suite')).toEqual([]);
  });

  test('is read as plain text too', () => {
    expect(textOf(['<h3>Sol &amp; eau</h3>', '<p></p>', '<p>Un <b>quartier</b> &lt; 10&nbsp;ha</p>'])).toBe(
      'Sol & eau\nUn quartier < 10&nbsp;ha',
    );
  });
});
