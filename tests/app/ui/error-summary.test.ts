import { expect, test } from 'vitest';
import { faultsOf } from '#app/ui/error-summary.tsx';

test('[H14] a sentence that is said of several fields names each of them', () => {
  const [choose, write] = ['Choisissez une réponse.', 'Écrivez un nom.'];
  const errors = {
    kind: choose,
    name: write,
    licence: choose,
    other: undefined,
    '': 'Rien n’est enregistré.',
  };
  expect(faultsOf(errors, { kind: 'Type', name: 'Nom', licence: 'Licence' })).toEqual([
    { field: 'kind', message: `Type\u00a0: ${choose}` },
    { field: 'name', message: write },
    { field: 'licence', message: `Licence\u00a0: ${choose}` },
    { field: undefined, message: 'Rien n’est enregistré.' },
  ]);
});
