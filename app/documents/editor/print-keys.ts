import { document as documentWords } from '#shared/documents/document.fr.ts';

/** Keys whose print is not their name. */
const PRINTS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Shift: documentWords.keys.shift,
  Enter: documentWords.keys.enter,
  ArrowUp: '↑',
  ArrowDown: '↓',
};
const APPLE: Readonly<Record<string, string>> = { ...PRINTS, Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };

/** Shortcuts as they are printed on the keys of this machine: « Ctrl+Maj+8 », « ⌘⇧8 ». */
export function printKeys(keys: string): string {
  const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);
  const prints = isApple ? APPLE : PRINTS;
  return keys
    .split('+')
    .map((key) => prints[key] ?? key)
    .join(isApple ? '' : '+');
}
