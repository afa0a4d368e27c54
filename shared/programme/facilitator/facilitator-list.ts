import type { FacilitatorForReader } from './territorial-facilitator.ts';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The structures whose name or territories have these words, in their order. */
export function filterFacilitators(
  all: readonly FacilitatorForReader[],
  query: string,
): FacilitatorForReader[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return all.filter(({ name, areas }) => {
    const text = plain([name, ...areas.map((area) => area.name)].join(' '));
    return words.every((word) => text.includes(word));
  });
}
