import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'docs/rules';

/** The pages of rules, one a domain. */
export function rulePages(): { readonly name: string; readonly numbers: readonly string[] }[] {
  return readdirSync(FOLDER).map((name) => {
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
