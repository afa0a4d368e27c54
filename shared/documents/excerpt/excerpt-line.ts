import { document as documentWords } from '#shared/documents/document.fr.ts';
import { excerptFacts as words } from '#shared/documents/excerpt/excerpt-facts.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { OrganisationBadge, PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { Authorship } from '#shared/realtime/lineage/authorship.ts';
import { readAttrs } from '../attribute/document-attributes.ts';
import { charactersOf, sharesOf } from '../history/document-authors.ts';
import type { SourceBlock } from './excerpt-source.ts';

/** More names would hide the words. */
const MOST_NAMED = 3;

/** Whose the letters of a text are, and who they are. */
export interface Authors {
  readonly authorship: Authorship;
  readonly people: ReadonlyMap<string, PersonBadge>;
}

/**
 * [EC2] The line under an excerpt: the organisations and the people who wrote these blocks, those who wrote most first, and the day on
 * which the words were taken; with the number of the colour of the first organisation.
 */
export function excerptLine(
  blocks: readonly SourceBlock[],
  { authorship, people }: Authors,
  at: Date,
): { line: string; colour: number } {
  const characters = charactersOf(
    blocks.flatMap(({ written }) => written),
    authorship,
  );
  const writers = sharesOf(characters, (author) => author);
  const names = [...new Set(writers.map(({ who }) => people.get(who)?.name ?? documentWords.formerMember))];
  const organisations = new Map(
    sharesOf(characters, (author) => people.get(author)?.organisation?.id ?? null).map(({ who }) => [
      who,
      organisationOf(people, who),
    ]),
  );
  const known = [...organisations.values()].filter((organisation) => organisation !== null);
  const rest = names.length - MOST_NAMED;
  const named = [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [words.others(rest)] : [])];
  const cities = known.slice(0, MOST_NAMED).map(({ name }) => name);
  const line = words.line(cities, named, dates.short(at));
  // As the text will read it: what is longer is cut there.
  return { line: readAttrs('excerpt', { source: line }).source ?? '', colour: known[0]?.colour ?? 0 };
}

function organisationOf(
  people: ReadonlyMap<string, PersonBadge>,
  id: string | null,
): OrganisationBadge | null {
  for (const { organisation } of people.values()) if (organisation?.id === id) return organisation;
  return null;
}
