import { readFileSync } from 'node:fs';

/** The numbers of all rules, as their pages give them, in order. */
export function ruleNumbers(): string[] {
  const page = readFileSync('docs/rules.md', 'utf8');
  return [...page.matchAll(/^- \*\*\[([A-Z]+\d+)\]\*\*/gm)].map(([, number = '']) => number);
}
