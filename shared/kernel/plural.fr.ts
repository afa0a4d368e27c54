const rules = new Intl.PluralRules('fr');
const number = new Intl.NumberFormat('fr');

/** A count with its noun: 0 and 1 are singular in French, « 1 234 cartes ». */
export function plural(count: number, one: string, other: string): string {
  return `${number.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}
