import { developers as words } from '#shared/operations/api/developers.fr.ts';

const BEARER = '-H "Authorization: Bearer $CORDEE_JETON"';

/** Reads, by the address of this installation. */
export const readingExample = (origin: string) => `curl ${origin}/api/v1/groups \\\n  ${BEARER}`;

/** Writes once. */
export const writingExample = (origin: string) =>
  [
    `curl ${origin}/api/v1/groups/$GROUPE/documents`,
    BEARER,
    '-H "Content-Type: application/json"',
    '-H "Idempotency-Key: 2023-03-14"',
    `-d '${JSON.stringify({ title: words.exampleTitle })}'`,
  ].join(' \\\n  ');

/** How a refusal looks. */
export const refusalExample = JSON.stringify(
  {
    type: 'urn:cordee:title.empty',
    title: words.exampleRefusal,
    status: 422,
    detail: words.exampleRefusal,
    code: 'title.empty',
  },
  null,
  2,
);
