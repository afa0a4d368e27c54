import { expect, test } from 'vitest';
import { receiptBlocks } from '#shared/programme/application/receipt-blocks.ts';
import { shortForm, twoPartForm } from '#tests/support/programme/builders/application-builders.ts';
import { world } from '#tests/support/programme/form-world.ts';

const submission = {
  ...{ number: 'AMI-2-0001', rank: 1, hash: 'a'.repeat(64), isLate: false, submittedBy: 'Lina Marchal' },
  ...{ submittedAt: new Date('2026-03-03T09:00:00Z'), form: shortForm, answers: { titre: 'Ombres' } },
};
const complement = {
  ...{ form: twoPartForm, answers: { equipe: 'Deux agents.', appui: false }, hash: 'b'.repeat(64) },
  at: new Date('2026-04-03T09:00:00Z'),
};
const written = (of: typeof complement | null) =>
  JSON.stringify(
    receiptBlocks({ submission, complement: of, title: 'Ombres', organisation: 'Guise', world }),
  );

test('[AP9] [AP15] the receipt says what was submitted, and after it what was handed in since, each under its fingerprint', () => {
  expect(written(null)).not.toContain('Complément');
  const whole = written(complement);
  for (const said of [submission.hash, complement.hash, 'Deux agents.', 'L’équipe', 'La mise en route'])
    expect(whole).toContain(said);
  expect(whole.indexOf(submission.hash)).toBeLessThan(whole.indexOf('Complément remis après l’annonce'));
  // Nothing hangs on a « non ».
  expect(whole).not.toContain('L’appui attendu');
  expect(whole.match(/Titre du projet/gu)).toHaveLength(1);
});
