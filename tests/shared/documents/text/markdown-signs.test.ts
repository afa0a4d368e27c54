import { expect, test } from 'vitest';
import { looksLikeMarkdown } from '#shared/documents/text/markdown-signs.ts';
import { countProcessorTime } from '#tests/support/kernel/processor-time.ts';

test.each([
  '# Titre',
  'Texte\n\n### Suite',
  '- un\n- deux',
  '1. un\n2. deux',
  '- [ ] à faire',
  '| Lieu | Arbres |\n|---|---|\n| Gare | 12 |',
  'Lieu | Arbres\n--- | ---\nGare | 12',
  'un mot **en gras** ici',
  'voir [la page](https://exemple.fr/a)',
  '```\ncode\n```',
])('[D35] %j is Markdown', (text) => {
  expect(looksLikeMarkdown(text)).toBe(true);
});

test.each([
  '',
  'Le 3 - 4 mai, voir #budget.',
  '#urgent à relire',
  '- Bonjour, dit-elle.',
  'Total : 2 * 3 ** 4 = 162',
  'a | b',
  '---',
  'Article 1. Objet\nLe présent texte',
  'https://exemple.fr/a_(b)',
])('[D35] %j is a text like any other', (text) => {
  expect(looksLikeMarkdown(text)).toBe(false);
});

test('[D35] a long text is judged at once, whatever it holds', () => {
  const spent = countProcessorTime();
  for (const part of ['- ', '*', '[', '|', ' -', '# ', '1. a\n']) looksLikeMarkdown(part.repeat(100_000));
  expect(spent()).toBeLessThan(2_000);
});
