import { describe, expect, test } from 'vitest';
import { fold, foldedWords, hasWords } from '#shared/kernel/text/fold.ts';
import { inFrench } from '#shared/kernel/text/order.ts';

describe('[W3] texts are looked for, compared and ordered by one meaning', () => {
  test.each([
    ['Cœur de ville', 'coeur de ville'],
    ['L’ŒUVRE', "l'oeuvre"],
    ['Curriculum vitæ', 'curriculum vitae'],
    ['Île-de-France', 'ile-de-france'],
    ['12\u202f%\u00a0au plus', '12 % au plus'],
    ['É\u0301cole', 'ecole'],
  ])('« %s » is « %s »', (text, folded) => expect(fold(text)).toBe(folded));

  test('names are the same whatever stands between their words', () => {
    expect(foldedWords(' L’Haÿ-les-Roses ')).toBe('l hay les roses');
    expect(foldedWords('L Hay les Roses')).toBe(foldedWords('l’Haÿ-les-Roses'));
  });

  test('each word that is looked for stands in the text, in any order; none is everywhere', () => {
    expect(hasWords('Le cœur des villes moyennes', ' VILLES  coeur ')).toBe(true);
    expect(hasWords('Le cœur des villes moyennes', 'coeur bourg')).toBe(false);
    expect(hasWords('', ' ')).toBe(true);
  });

  test('names come as in a French dictionary, figures by their value', () => {
    const names = ['Zone 10', 'Évreux', 'Étampes', 'zone 9', 'Eu', 'Œuvre', 'Orange'];
    expect(names.sort(inFrench)).toEqual(['Étampes', 'Eu', 'Évreux', 'Œuvre', 'Orange', 'zone 9', 'Zone 10']);
  });
});
