import { foldedWords } from '../../kernel/text/fold.ts';
import type { Area } from './territorial-facilitator.ts';

/** Finds territories of the register by name or by code. */
export class AreaMatch {
  readonly #byName = new Map<string, Area>();
  readonly #intermunicipalities: { readonly words: string; readonly area: Area }[] = [];

  /** `areas` from the widest to the narrowest: of two with one name, the first is meant. */
  constructor(areas: readonly Area[]) {
    for (const area of areas) {
      for (const key of [foldedWords(area.name), area.code.toLowerCase()])
        if (!this.#byName.has(key)) this.#byName.set(key, area);
      if (area.level === 'intermunicipality')
        this.#intermunicipalities.push({ words: ` ${foldedWords(area.name)} `, area });
    }
  }

  /** [AT4] The territory of this name; an intermunicipality also by a part of its name that no other has. */
  find(given: string): Area | null {
    const name = foldedWords(given);
    if (name === '') return null;
    const exact = this.#byName.get(name) ?? this.#byName.get(given.trim().toLowerCase());
    if (exact) return exact;
    const found = this.#intermunicipalities.filter(({ words }) => words.includes(` ${name} `));
    return found.length === 1 ? (found[0]?.area ?? null) : null;
  }

  /** All of these territories, and the names that are of none. */
  findAll(names: readonly string[]): {
    readonly areas: readonly Area[];
    readonly unknown: readonly string[];
  } {
    const areas = new Map<string, Area>();
    const unknown: string[] = [];
    for (const name of names) {
      const area = this.find(name);
      if (area) areas.set(`${area.level} ${area.code}`, area);
      else unknown.push(name);
    }
    return { areas: [...areas.values()], unknown };
  }
}
