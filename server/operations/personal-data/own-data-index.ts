import Papa from 'papaparse';
import type { OwnData } from '#db/operations/personal-data/own-data.ts';
import { personalData } from '#shared/operations/personal-data/personal-data.fr.ts';

const words = personalData.archive;

/** A file of the archive that the index leads to. */
export interface IndexedFile {
  readonly path: string;
  readonly title: string;
}

interface Index {
  readonly person: string;
  readonly moment: string;
  readonly data: OwnData;
  readonly tables: readonly (IndexedFile & { readonly rows: number })[];
  readonly texts: readonly IndexedFile[];
  readonly boards: readonly IndexedFile[];
  readonly files: readonly IndexedFile[];
  readonly missing: number;
}

/** [PD1] The page that one opens first: what is in the archive, in French, with links to each of its files. Nothing of it comes from elsewhere. */
export function ownDataIndex({ person, moment, data, tables, texts, boards, files, missing }: Index): string {
  const account = data.tables.find(({ name }) => name === 'user')?.rows[0] ?? {};
  const profile = Object.entries(account)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<tr><th scope="row">${safe(name)}</th><td>${safe(cell(value))}</td></tr>`);
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${safe(words.title(person))}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}th{text-align:left;padding-right:1rem;vertical-align:top}</style>
<h1>${safe(words.title(person))}</h1>
<p>${safe(words.madeOn(moment))} ${safe(words.what)}</p>
<p><a href="${address(words.data)}">${safe(words.machine)}</a></p>
<h2>${safe(personalData.tables.user ?? 'user')}</h2>
<table>${profile.join('')}</table>
<ul>${tables.map(({ path, title, rows }) => `<li>${link({ path, title })} : ${safe(words.rows(rows))}</li>`).join('')}</ul>
<h2>${safe(words.tracesTitle)}</h2>
<p>${safe(words.tracesWhat)}</p>
<p>${link({ path: tracesPath(), title: words.rows(data.traces.length) })}</p>
${section(words.texts, texts, words.noTexts)}${missing > 0 ? `<p>${safe(words.missing(missing))}</p>` : ''}
${section(words.boards, boards, words.noBoards)}
${section(words.files, files, words.noFiles)}
</html>
`;
}

/** Where the traces are in the archive. */
export const tracesPath = () => `${words.tablesFolder}/${words.traces}.csv`;

/** Rows as a file that a French spreadsheet opens by a double click; cells that it would compute are text. */
export function ownDataCsv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const lines = [columns, ...rows.map((row) => row.map(cell))];
  return `\ufeff${Papa.unparse(lines as unknown[][], { delimiter: ';', escapeFormulae: true })}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function section(title: string, files: readonly IndexedFile[], none: string): string {
  const list =
    files.length === 0
      ? `<p>${safe(none)}</p>`
      : `<ul>${files.map((file) => `<li>${link(file)}</li>`).join('')}</ul>`;
  return `<h2>${safe(title)}</h2>\n${list}`;
}

const link = ({ path, title }: IndexedFile) => `<a href="${address(path)}">${safe(title)}</a>`;
const address = (path: string) => safe(path.split('/').map(encodeURIComponent).join('/'));
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
