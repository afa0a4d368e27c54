import Papa from 'papaparse';
import type { RouterContextProvider } from 'react-router';
import { findCharacters } from '#db/documents/document-texts.ts';
import { listPeople } from '#db/documents/history/document-history.ts';
import { documentPast as words } from '#shared/documents/document-past.fr.ts';
import { sharesOf } from '#shared/documents/history/document-authors.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { servicesContext } from '../../context.ts';
import type { Contribution } from './who-wrote.tsx';

/** [V6] The parts of organisations in the text of a document, the largest first; empty while nothing is known of it. */
export async function loadContributions(
  context: Readonly<RouterContextProvider>,
  documentId: Readable<'document'>,
): Promise<Contribution[]> {
  const { db } = context.get(servicesContext);
  const characters = await findCharacters(db, documentId);
  const people = await listPeople(db, [...characters.keys()]);
  const shares = sharesOf(characters, (author) => people.get(author)?.organisation?.id ?? null);
  const organisations = new Map(
    [...people.values()].map(({ organisation }) => [organisation?.id, organisation]),
  );
  return shares.map(({ who, percent }) => ({
    organisation: organisations.get(who ?? undefined) ?? null,
    percent,
  }));
}

const BYTE_ORDER_MARK = '\ufeff';

/** The same as a CSV file that a French spreadsheet opens by a double click; what would be a formula there is text. */
export function contributionsCsv(contributions: readonly Contribution[]): string {
  const rows = contributions.map(({ organisation, percent }) => [
    organisation?.name ?? words.noOrganisation,
    String(percent),
  ]);
  const head = [words.who.organisation, words.who.percentColumn];
  return BYTE_ORDER_MARK + Papa.unparse([head, ...rows], { delimiter: ';', escapeFormulae: true });
}
