import { expect, test } from 'vitest';
import { ownDataIndex } from '#server/operations/personal-data/own-data-index.ts';

test.each([
  [0, 'Aucun document.', /n’est pas là|ne sont pas là/],
  [1, 'Un document où vous avez écrit n’est pas là', /ne sont pas là/],
  [2, '2 documents où vous avez écrit ne sont pas là', /n’est pas là/],
])('[PD1] the page of the archive says how many documents are not in it: %i', (missing, said, unsaid) => {
  const page = ownDataIndex({
    ...{ person: 'Nadia', moment: '14 mars 2023', missing },
    data: { tables: [], traces: [] },
    ...{ tables: [], texts: [], boards: [], files: [] },
  });
  const text = page.replace(/&#(\d+);/g, (_, sign) => String.fromCharCode(sign)).replaceAll('\u00a0', ' ');
  expect(text).toContain(said);
  expect(text).not.toMatch(unsaid);
});
