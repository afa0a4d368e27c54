/** Shortcuts as they are printed on the keys of this machine: « Ctrl+Maj+8 », « ⌘⇧8 ». */
export function printKeys(keys: string): string {
  const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);
  return isApple
    ? keys.replace('Mod', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replaceAll('+', '')
    : keys.replace('Mod', 'Ctrl').replace('Shift', 'Maj');
}
