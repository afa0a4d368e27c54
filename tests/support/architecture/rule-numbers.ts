import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'docs/rules';

/** [H26] Says which rules only the long ring holds, and why; no page of a domain. */
const LONG_PAGE = 'long.md';

/** The pages of rules, one a domain. */
export function rulePages(): { readonly name: string; readonly numbers: readonly string[] }[] {
  const names = readdirSync(FOLDER).filter((name) => name !== LONG_PAGE);
  return names.map((name) => {
    const page = readFileSync(`${FOLDER}/${name}`, 'utf8');
    return {
      name,
      numbers: [...page.matchAll(/^- \*\*\[([A-Z]+\d+)\]\*\*/gm)].map(([, number = '']) => number),
    };
  });
}

/** The numbers of all rules, page by page. */
export function ruleNumbers(): string[] {
  return rulePages().flatMap(({ numbers }) => numbers);
}

/** [H26] The rules that only the long ring holds, each with the reason: rows of `docs/rules/long.md`. */
export function longRules(): { readonly number: string; readonly reason: string }[] {
  const page = readFileSync(`${FOLDER}/${LONG_PAGE}`, 'utf8');
  return [...page.matchAll(/^\| (\[[^|]*\]) \| ([^|]*) \|$/gm)].flatMap(([, numbers = '', reason = '']) =>
    [...numbers.matchAll(/\[(\w+)\]/g)].map(([, number = '']) => ({ number, reason: reason.trim() })),
  );
}
