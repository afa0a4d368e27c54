import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import type { CardRepeat } from '../card/repeat.ts';
import { readDay } from '../field/stored-value.ts';
import { renamedQuery } from '../view/board-address.ts';
import type { SavedView } from '../view/saved-view.ts';
import { type BoardFile, type FileCard, IMPORT_LIMITS } from './board-file.ts';
import type { LossCount } from './import-report.ts';

type FileField = BoardFile['fields'][number];

/** What an imported board has beside its columns, its labels and what its cards say: all of it under new ids. */
export interface ImportBeside {
  readonly fields: readonly FileField[];
  readonly views: readonly SavedView[];
  readonly cards: readonly {
    readonly cardId: string;
    readonly blockedBy: readonly string[];
    readonly links: readonly string[];
    /** What it holds in the fields, as somebody would write it. */
    readonly held: readonly { readonly fieldId: string; readonly text: string }[];
    readonly repeat: CardRepeat | null;
  }[];
}

/** Ids of the new board by those of the file, and what the importer knows. */
interface Around {
  readonly cards: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly person: (id: string) => string | undefined;
  readonly organisation: (id: string) => string | undefined;
  /** [B74] Whether the importer may read what a link points to. */
  readonly isReadable: (key: string) => boolean;
  readonly oneLine: (text: string) => string;
  readonly newId: () => string;
  readonly losses: LossCount;
}

/** [B74] Fields with what cards hold in them, named views, dependencies, links and repetitions; what cannot come is counted. */
export function importBeside(file: BoardFile, around: Around): ImportBeside {
  const { losses, newId, oneLine } = around;
  const ids = new Map([...around.labels]);
  const fields = within(file.fields, IMPORT_LIMITS.fields, ({ name }) => losses.add('fields', name)).map(
    (field): FileField => {
      const options = within(field.options, IMPORT_LIMITS.options, ({ name }) => losses.add('fields', name));
      return {
        ...field,
        id: renamed(field.id, ids, newId),
        name: oneLine(field.name),
        options: options.map((option) => ({
          ...option,
          id: renamed(option.id, ids, newId),
          name: oneLine(option.name),
        })),
      };
    },
  );
  const kinds = new Map(file.fields.map(({ id, kind }) => [id, kind]));
  const budget = { dependencies: IMPORT_LIMITS.relations, links: IMPORT_LIMITS.relations };
  const fits = (kind: keyof typeof budget) => budget[kind]-- > 0;
  const series = new Map<string, string>();
  const cards = file.cards.map((card) => ({
    cardId: around.cards.get(card.id) ?? '',
    blockedBy: [...new Set(card.blockedBy)].flatMap((id) => {
      const known = around.cards.get(id);
      if (known !== undefined && id !== card.id && fits('dependencies')) return [known];
      losses.add('dependencies', card.title);
      return [];
    }),
    links: card.links.flatMap(({ key, name }) => {
      if (parseObjectKey(key) !== null && around.isReadable(key) && fits('links')) return [key];
      losses.add('links', name ?? card.title);
      return [];
    }),
    held: card.values.flatMap(({ fieldId, value }) => {
      const known = ids.get(fieldId);
      const text = known === undefined ? undefined : textOf(value, kinds.get(fieldId), { ids, ...around });
      return known === undefined || text === undefined ? [] : [{ fieldId: known, text }];
    }),
    repeat: repeatOf(card, { ...around, series }),
  }));
  for (const { comments, cover, movedTo, title } of file.cards) {
    losses.add('comments', title, comments.length);
    losses.add('covers', title, cover === null ? 0 : 1);
    losses.add('moves', title, movedTo === null ? 0 : 1);
  }
  const views = within(file.views, IMPORT_LIMITS.views, ({ name }) => losses.add('views', name));
  return {
    fields,
    views: views.map(({ name, query }) => ({
      id: newId(),
      name: oneLine(name),
      query: renamedQuery(query, ids),
    })),
    cards,
  };
}

/** The first of these, and a word about each of the others. */
function within<T>(all: readonly T[], most: number, lost: (one: T) => void): T[] {
  all.slice(most).forEach(lost);
  return all.slice(0, most);
}

function renamed(id: string, ids: Map<string, string>, newId: () => string): string {
  const made = newId();
  ids.set(id, made);
  return made;
}

/** A number is written as in French; people, organisations and choices are those of the new board. */
function textOf(
  value: string | number,
  kind: FileField['kind'] | undefined,
  {
    ids,
    person,
    organisation,
  }: Pick<Around, 'person' | 'organisation'> & { ids: ReadonlyMap<string, string> },
): string | undefined {
  if (kind === 'choice') return ids.get(String(value));
  if (kind === 'person') return person(String(value));
  if (kind === 'city') return organisation(String(value));
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

/** The series goes on as one of its own, in the new board. */
function repeatOf(
  { repeat, columnId }: FileCard,
  { columns, newId, series }: Pick<Around, 'columns' | 'newId'> & { series: Map<string, string> },
): CardRepeat | null {
  const column = repeat && (columns.get(repeat.columnId) ?? columns.get(columnId));
  if (!repeat || column === undefined || column === null || readDay(repeat.next) === null) return null;
  const own = series.get(repeat.series) ?? renamed(repeat.series, series, newId);
  return { ...repeat, columnId: column, series: own };
}
