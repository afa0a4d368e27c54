import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import type { CardRepeat } from '../card/repeat.ts';
import type { Field, FieldValue } from '../field/field.ts';
import { readFieldValue } from '../field/field-doc.ts';
import { readDay } from '../field/stored-value.ts';
import type { BoardContent, CardContent } from '../fill-board.ts';
import { renamedQuery } from '../view/board-address.ts';
import { type BoardFile, type FileCard, IMPORT_LIMITS } from './board-file.ts';
import type { LossCount } from './import-report.ts';

/** What an imported board has beside its columns, its labels and what its cards say: all of it under new ids. */
export interface ImportBeside extends Pick<BoardContent, 'fields' | 'removedFields' | 'views'> {
  /** By the ids that cards have in the file. */
  readonly cards: ReadonlyMap<string, Pick<CardContent, 'blockedBy' | 'links' | 'fields' | 'repeat'>>;
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
  const fields = new Map<string, Field>();
  const removed = new Set<Field>();
  for (const one of within(file.fields, IMPORT_LIMITS.fields, ({ name }) => losses.add('fields', name))) {
    const options = within(one.options, IMPORT_LIMITS.options, ({ name }) => losses.add('fields', name)).map(
      (option) => ({ ...option, id: renamed(option.id, ids, newId), name: oneLine(option.name) }),
    );
    const field = {
      id: newId(),
      name: oneLine(one.name),
      kind: one.kind,
      onFace: one.onFace,
      options: options.filter((option) => !option.removed),
      removedOptions: options.filter((option) => option.removed),
    };
    ids.set(one.id, field.id);
    fields.set(one.id, field);
    if (one.removed) removed.add(field);
  }
  const budget = { dependencies: IMPORT_LIMITS.relations, links: IMPORT_LIMITS.relations };
  const fits = (kind: keyof typeof budget) => budget[kind]-- > 0;
  const series = new Map<string, string>();
  const besideOf = (card: FileCard) => ({
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
    fields: card.values.flatMap(({ fieldId, value }) => {
      const field = fields.get(fieldId);
      const here = field && valueHere(value, field, { ids, ...around });
      const read = field && readFieldValue(field, here);
      return field && read != null ? [{ fieldId: field.id, value: read }] : [];
    }),
    repeat: repeatOf(card, { ...around, series }),
  });
  const cards = new Map(file.cards.map((card) => [card.id, besideOf(card)]));
  for (const { comments, cover, movedTo, title } of file.cards) {
    losses.add('comments', title, comments.length);
    losses.add('covers', title, cover === null ? 0 : 1);
    losses.add('moves', title, movedTo === null ? 0 : 1);
  }
  const views = within(file.views, IMPORT_LIMITS.views, ({ name }) => losses.add('views', name));
  return {
    fields: [...fields.values()].filter((field) => !removed.has(field)),
    removedFields: [...removed],
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

/** People, organisations and choices are those of the new board. */
function valueHere(
  value: FieldValue,
  { kind }: Field,
  {
    ids,
    person,
    organisation,
  }: Pick<Around, 'person' | 'organisation'> & { ids: ReadonlyMap<string, string> },
): FieldValue | undefined {
  if (kind === 'choice') return ids.get(String(value));
  if (kind === 'person') return person(String(value));
  if (kind === 'city') return organisation(String(value));
  return value;
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
