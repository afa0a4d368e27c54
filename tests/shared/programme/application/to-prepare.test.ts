import { expect, test } from 'vitest';
import { newCallForm } from '#db/seed/default-form/default-form.ts';
import { depositForm } from '#shared/programme/application/form-parts.ts';
import { toPrepare } from '#shared/programme/application/to-prepare.ts';

test('[AP14] before anything is opened, whoever applies reads whom to name and which files to gather', () => {
  expect(toPrepare(depositForm(newCallForm))).toEqual([
    'Élu référent',
    'Référent métier',
    'Correspondant «\u202fdonnées\u202f»',
    'Données envisagées',
    'Lettre d’engagement signée',
  ]);
});
