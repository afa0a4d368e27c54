import { expect, test } from 'vitest';
import { eligibility } from '#shared/programme/application/eligibility.fr.ts';

test('[CA9] a fault says the bound that was crossed, in French', () => {
  expect(eligibility.answer({ code: 'answer.tooShort', limit: 400 })).toContain('400 caractères au moins');
  expect(eligibility.answer({ code: 'answer.tooSmall', limit: 0.5 })).toContain('0,5');
  expect(eligibility.answer({ code: 'answer.missing' })).toBe('Cette réponse est obligatoire.');
});

test('[CA10] a finding names what it is about and what to choose instead', () => {
  const merged = { name: 'Ancienne-Commune', other: 'Valmont-sur-Loire (49901)' };
  expect(eligibility.finding({ code: 'eligibility.municipalityMerged', ...merged })).toBe(
    'Ancienne-Commune a fusionné\u00a0: choisissez la commune qui l’a remplacée, Valmont-sur-Loire (49901).',
  );
  expect(eligibility.finding({ code: 'eligibility.periodTooLong', limit: 9 })).toContain('9 mois au plus');
});
