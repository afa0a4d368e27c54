import { frame } from '#shared/kernel/frame.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { menu } from '#shared/kernel/menu/menu.fr.ts';
import { fold } from '#shared/kernel/text/fold.ts';
import { KINDS, type KindName } from '#shared/kinds.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { MarkedText } from '#shared/search/marked-text.ts';
import type { QuickAnswer } from '#shared/search/quick-answer.ts';
import { search } from '#shared/search/search.fr.ts';

const words = search.palette;

/** One line of the palette: where it leads, and how it looks. */
export interface PaletteOption {
  readonly key: string;
  readonly label: MarkedText;
  readonly detail: string;
  readonly path: string;
  readonly icon: KindName | 'page' | 'new' | 'all';
}
export interface PaletteSection {
  readonly key: string;
  readonly title: string;
  readonly options: readonly PaletteOption[];
}

const PAGES = [
  { path: paths.home(), label: frame.home },
  { path: paths.groups(), label: menu.groups },
  { path: paths.myCards(), label: menu.myCards },
  { path: paths.news(), label: frame.news },
  { path: programmePaths.experiments(), label: menu.experiments },
  { path: programmePaths.applications(), label: menu.calls },
  { path: paths.resources(), label: menu.resources },
  { path: paths.datasets(), label: menu.datasets },
  { path: paths.cities(), label: menu.cities },
  { path: paths.account(), label: frame.account },
  { path: helpPaths.help(), label: frame.help },
];
const ADMINISTRATION = { path: paths.administration(), label: frame.administration };
/** So that what was searched for stands on the same screen. */
const MOST = 4;

/** What the palette offers for what is typed: pages and groups by name, what was found, what can be made. */
export function sectionsOf({
  text,
  answer,
  mayAdminister,
}: {
  text: string;
  answer: QuickAnswer;
  mayAdminister: boolean;
}): PaletteSection[] {
  const typed = fold(text.trim());
  const fits = (label: string) => typed.split(/\s+/).every((word) => fold(label).includes(word));
  const pages = [...PAGES, ...(mayAdminister ? [ADMINISTRATION] : [])].map(({ path, label }) =>
    option(path, label, 'page'),
  );
  const made = answer.groups
    .filter(({ mayCreate }) => mayCreate)
    .map((group) =>
      option(paths.newDocument({ id: group.id, title: group.name }), words.newDocument(group.name), 'new'),
    );
  const found = answer.items.map((item): PaletteOption => {
    const title = item.title.text === '' ? plain(search.untitled) : item.title;
    return {
      key: `${item.kind} ${item.id}`,
      label: item.kind === 'comment' ? plain(search.commentOn(title.text)) : title,
      detail: [KINDS[item.kind].one, ...item.where].join(' · '),
      path: item.path,
      icon: item.kind,
    };
  });
  const all = typed ? [option(paths.search({ text: text.trim() }), words.all(text.trim()), 'all')] : [];
  const sections = [
    { key: 'go', title: words.goTo, options: pages.filter(({ label }) => fits(label.text)) },
    { key: 'found', title: typed ? words.found : words.recent, options: found },
    {
      key: 'make',
      title: words.create,
      options: made.filter(({ label }) => fits(label.text)).slice(0, MOST),
    },
    { key: 'all', title: search.title, options: all },
  ];
  return sections.filter(({ options }) => options.length > 0);
}

const plain = (text: string): MarkedText => ({ text, marks: [] });

function option(path: string, label: string, icon: PaletteOption['icon']): PaletteOption {
  return { key: path, label: plain(label), detail: '', path, icon };
}
