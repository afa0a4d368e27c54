import { expect, test } from 'vitest';
import { canInGroup, GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { READING_RIGHTS } from '#shared/kinds.ts';
import { parseSearch } from '#shared/search/search-query.ts';

function termsOf(typed: string, isTyping = false) {
  const parsed = parseSearch(typed, { isTyping });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value.terms.map(({ forms, isPhrase, isWithout, isBegun }) =>
    [isWithout ? '-' : '', isPhrase ? `"${forms[0]}"` : forms[0], isBegun ? '*' : ''].join(''),
  );
}

test('[SE2] words, phrases between any quotation marks, and words that must be absent', () => {
  expect(termsOf('arbres "îlot de chaleur" -budget')).toEqual(['arbres', '"îlot de chaleur"', '-budget']);
  expect(termsOf('« cour d’école »')).toEqual(['"cour d’école"']);
  expect(termsOf('“jamais fermée')).toEqual(['"jamais fermée"']);
  expect(termsOf('-"centre ville" parc')).toEqual(['-"centre ville"', 'parc']);
  expect(termsOf('porte-à-porte & l’eau')).toEqual(['porte-à-porte', 'l’eau']);
  expect(termsOf('')).toEqual([]);
});

test('[SE2] the last word is begun while one types, and finished after a space', () => {
  expect(termsOf('plan biodiv', true)).toEqual(['plan', 'biodiv*']);
  expect(termsOf('plan biodiv ', true)).toEqual(['plan', 'biodiv']);
  expect(termsOf('plan b', true)).toEqual(['plan', 'b']);
  expect(termsOf('plan l’e', true)).toEqual(['plan', 'l’e']);
  expect(termsOf('plan biodiv')).toEqual(['plan', 'biodiv']);
  expect(termsOf('plan -biodiv', true)).toEqual(['plan', '-biodiv']);
  expect(termsOf('"plan biodiv', true)).toEqual(['"plan biodiv"']);
});

test('[SE3] what is too long, signs alone, and only absences are refused', () => {
  expect(parseSearch('a'.repeat(10_000))).toEqual({ ok: false, error: 'search.tooLong' });
  for (const signs of ['""', '« »', '"', '-', '%_\\', '???']) {
    expect(parseSearch(signs), signs).toEqual({ ok: false, error: 'search.onlySigns' });
  }
  expect(parseSearch('-budget')).toEqual({ ok: false, error: 'search.onlyWithout' });
});

test('[SE1] endings that lose their accent are looked for in both spellings', () => {
  const formsOf = (word: string) => {
    const parsed = parseSearch(word);
    return parsed.ok ? parsed.value.terms[0]?.forms : [];
  };
  expect(formsOf('premières')).toContain('premier');
  expect(formsOf('financier')).toContain('financiere');
  expect(formsOf('validées')).toContain('valide');
  expect(formsOf('valider')).toContain('validee');
  expect(formsOf('parc')).toEqual(['parc']);
});

test('[SE4] whoever reads one kind of a group reads all of them: one list of groups serves the search', () => {
  for (const role of GROUP_ROLES) {
    expect(new Set(READING_RIGHTS.map((right) => canInGroup(role, right))).size, role).toBe(1);
  }
});
