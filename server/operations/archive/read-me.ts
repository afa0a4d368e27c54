import { escapeText } from '#shared/documents/text/document-markup.ts';
import { openArchive } from '#shared/operations/archive/open-archive.fr.ts';
import type { Described } from './archive-package.ts';

const words = openArchive.inside;
const { programme } = words;

interface ReadMe {
  readonly title: string;
  readonly madeOn: string;
  /** Each with its folder. */
  readonly groups: readonly { readonly name: string; readonly folder: string }[];
  readonly files: readonly Described[];
  readonly lost: readonly string[];
}

/** [OA1] The page that one opens first: it leads to every file, in French, and nothing of it comes from elsewhere. */
export function readMe({ title, madeOn, groups, files, lost }: ReadMe): string {
  const parts = groups.map(
    ({ name, folder }) => `<h2>${escapeText(name)}</h2>
${texts(words.documentsTitle, within(files, `${folder}/${words.documents}/`))}
${texts(words.boardsTitle, within(files, `${folder}/${words.boards}/`))}
${plain(words.resourcesTitle, within(files, `${folder}/${words.resources}/`))}
${plain(words.filesTitle, within(files, `${folder}/${words.files}/`))}
${tables(words.tablesTitle, within(files, `${folder}/${words.tables}/`))}`,
  );
  const missing = lost.map((one) => `<li>${escapeText(words.lost(one))}</li>`).join('');
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}h2{margin-top:2.5rem}</style>
<h1>${escapeText(title)}</h1>
<p>${escapeText(madeOn)} ${escapeText(words.what)}</p>
<p>${escapeText(words.people)} ${escapeText(words.licence)}</p>
<p><a href="datapackage.json">datapackage.json</a></p>
${missing ? `<h2>${escapeText(words.lostTitle)}</h2>\n<ul>${missing}</ul>` : ''}
${parts.join('\n')}
<h2>${escapeText(words.programmeTitle)}</h2>
${tables(words.tablesTitle, within(files, `${programme}/${words.tables}/`))}
${tables(words.commonTitle, within(files, `${words.tables}/`))}
</html>
`;
}

function within(files: readonly Described[], folder: string): Described[] {
  return files.filter(({ path }) => path.startsWith(folder));
}

/** What is there in several formats, once. */
function texts(title: string, files: readonly Described[]): string {
  const byStem = Map.groupBy(files, ({ path }) => path.replace(/\.[a-z]+$/, ''));
  return list(
    title,
    [...byStem.values()].map(([first, ...others]) => {
      const more = others.map((file) => link(file.path, file.path.split('.').at(-1)?.toUpperCase() ?? ''));
      return first ? [link(first.path, first.title), ...more].join(' · ') : '';
    }),
  );
}

function plain(title: string, files: readonly Described[]): string {
  return list(
    title,
    files.map((file) => link(file.path, file.title)),
  );
}

function tables(title: string, files: readonly Described[]): string {
  const sheets = files.filter(({ path }) => path.endsWith('.csv'));
  return list(
    title,
    sheets.map((file) => {
      const exact = link(file.path.replace(/\.csv$/, '.json'), words.forPrograms);
      return `${link(file.path, file.title)} (${escapeText(words.rows(Number(file.rows)))}) · ${exact}`;
    }),
  );
}

function list(title: string, items: readonly string[]): string {
  const inner =
    items.length === 0
      ? `<p>${escapeText(words.none)}</p>`
      : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return `<h3>${escapeText(title)}</h3>\n${inner}`;
}

function link(path: string, text: string): string {
  return `<a href="${escapeText(path.split('/').map(encodeURIComponent).join('/'))}">${escapeText(text)}</a>`;
}
