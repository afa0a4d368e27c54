import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proseClass } from '#app/documents/editor/prose-class.ts';

test('[D31] from eighty blocks on, what is outside the window is not drawn; paper gets everything', () => {
  expect(proseClass(79)).toBe('prose');
  expect(proseClass(80)).toBe('prose long');
  // Everything that leaves something undrawn stands in the rules of the screen, and of long texts only.
  const style = readFileSync('app/documents/long-text.css', 'utf8');
  expect(style).toMatch(
    /@media screen \{\s*\.prose\.long > [^{]+\{[^}]*content-visibility: auto;[^}]*\}\s*\}\s*$/,
  );
  expect(style.match(/content-visibility/g)).toHaveLength(1);
});
