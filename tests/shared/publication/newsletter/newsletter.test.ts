import { expect, test } from 'vitest';
import { parseNewsletter } from '#shared/publication/newsletter/newsletter.ts';

const typed = {
  ...{ title: ' Mars ', introduction: ' Bonjour ', fromDay: '2023-03-01', toDay: '2023-03-31' },
  toldTo: 'public',
};

test('[NL2] a title, a period, an introduction and who reads it are read', () => {
  expect(parseNewsletter(typed)).toEqual({
    fields: { ...typed, title: 'Mars', introduction: 'Bonjour' },
  });
});

test.each([
  [{ title: '' }, { title: 'newsletter.titleInvalid' }],
  [{ introduction: 'a'.repeat(5_001) }, { introduction: 'newsletter.introductionTooLong' }],
  [{ fromDay: '2023-02-30' }, { fromDay: 'newsletter.dayInvalid' }],
  [{ toDay: '' }, { toDay: 'newsletter.dayInvalid' }],
  [{ toDay: '2023-02-28' }, { toDay: 'newsletter.periodReversed' }],
  [{ toDay: '2024-03-31' }, { toDay: 'newsletter.periodTooLong' }],
  [{ toldTo: '' }, { toldTo: 'newsletter.toldToMissing' }],
])('[NL2] %j is refused', (given, faults) => {
  expect(parseNewsletter({ ...typed, ...given })).toEqual({ faults });
});
