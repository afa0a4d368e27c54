import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import type { BoardImportError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { foldedWords } from '../../kernel/text/fold.ts';
import { type Checklist, MAIN_LIST } from '../board.ts';
import {
  CARD_PROPERTIES,
  type CardProperties,
  eachProperty,
  inOrder,
  type MembersOf,
} from '../card/property/card-properties.ts';
import type { BoardContent, CardContent } from '../fill-board.ts';
import { DESCRIPTION_MAX, fitLine, parseLine } from '../text.ts';
import { type BoardFile, type FileCard, IMPORT_LIMITS } from './board-file.ts';
import { importBeside } from './import-beside.ts';
import { type Loss, LossCount } from './import-report.ts';

/** Somebody or something of the group that a name of the file may mean. */
interface Known {
  readonly id: string;
  readonly name: string;
}

interface ImportInto {
  readonly people: readonly Known[];
  readonly organisations: readonly Known[];
  /** [B74] Whether the importer may read what a card points to, by its key. */
  readonly isReadable: (key: string) => boolean;
  readonly newId: () => string;
}

/** What an id of the file is here, if anything; what is not found is counted. */
type Finders = Readonly<Record<MembersOf, (id: string) => string | undefined>>;

/** A board that can be written. */
export interface ImportContent {
  readonly content: BoardContent;
  readonly losses: readonly Loss[];
}

/**
 * [B71] [B72] What a file becomes in a group: ids of its own, texts that a board may hold, people and organisations found again
 * by their name among those of the group. Refused: too many columns, labels or steps.
 */
export function importContent(
  file: BoardFile,
  { people, organisations, isReadable, newId }: ImportInto,
): Result<ImportContent, BoardImportError> {
  const tooMany = beyond(file);
  if (tooMany !== null) return fail(tooMany);
  const losses = new LossCount();
  const named = <T extends Known>(from: readonly T[], unnamed: string) => {
    const ids = new Map<string, string>();
    const list = from.map((one) => {
      const id = newId();
      ids.set(one.id, id);
      return { ...one, id, name: oneLine(one.name, losses) || unnamed };
    });
    return { ids, list };
  };
  const given =
    file.columns.length > 0
      ? file.columns
      : [{ id: '', name: words.firstColumn, done: false, limit: null, colour: null }];
  const columns = named(given, words.unnamed);
  const labels = named(file.labels, words.unnamed);
  const found: Finders = {
    labels: (id) => {
      const label = labels.ids.get(id);
      if (label === undefined) losses.add('unknownLabels');
      return label;
    },
    people: finder(file.people, people, (name) => losses.add('unknownPeople', name)),
    organisations: finder(file.organisations, organisations, (name) =>
      losses.add('unknownOrganisations', name),
    ),
  };
  const [first] = columns.list;
  const cardIds = new Map<string, string>();
  const fieldNames = new Set(file.fields.slice(0, IMPORT_LIMITS.fields).map(({ name }) => name));
  const said = file.cards.map((card) => {
    const id = newId();
    cardIds.set(card.id, id);
    for (const { name } of card.files) losses.add('files', name);
    const columnId = columns.ids.get(card.columnId);
    if (columnId === undefined && file.columns.length > 0) losses.add('strayCards', card.title);
    const content: CardContent = {
      id,
      columnId: columnId ?? first?.id ?? '',
      title: titleOf(card, losses),
      description: descriptionOf(card, fieldNames, losses),
      ...propertiesIn(card, found, losses),
      checklists: checklistsOf(card, losses, newId),
    };
    return { card, content };
  });
  const { cards: besides, ...beside } = importBeside(file, {
    cards: cardIds,
    columns: columns.ids,
    labels: labels.ids,
    person: found.people,
    organisation: found.organisations,
    isReadable,
    oneLine: (text) => oneLine(text, losses) || words.unnamed,
    newId,
    losses,
  });
  const whole = (isArchived: boolean) =>
    said
      .filter(({ card }) => card.archived === isArchived)
      .map(({ card, content }) => ({ ...content, ...besides.get(card.id) }));
  return ok({
    content: {
      ...beside,
      columns: columns.list,
      labels: labels.list,
      cards: whole(false),
      archived: whole(true),
    },
    losses: losses.list(),
  });
}

/** [B72] What there is too much of. */
function beyond({ cards, columns, labels }: BoardFile): BoardImportError | null {
  if (cards.length > IMPORT_LIMITS.cards) return 'boardImport.tooManyCards';
  if (columns.length > IMPORT_LIMITS.columns) return 'boardImport.tooManyColumns';
  if (labels.length > IMPORT_LIMITS.labels) return 'boardImport.tooManyLabels';
  const steps = cards.flatMap(({ checklists }) => checklists.flatMap(({ items }) => items));
  return steps.length > IMPORT_LIMITS.steps ? 'boardImport.tooManySteps' : null;
}

/** What the card says under the ids of its new board; a start after the due day is none ([B52]). */
function propertiesIn(card: FileCard, found: Finders, losses: LossCount): CardProperties {
  const said = eachProperty({
    day: (key) => card[key],
    members: (key) => unique(card[key], found[CARD_PROPERTIES[key].of]),
  });
  const kept = inOrder(said);
  if (kept !== said) losses.add('lateStarts', card.title);
  return kept;
}

/** The first list without a name is the card's main one; any other gets the name that it would be called by. */
function checklistsOf(card: FileCard, losses: LossCount, newId: () => string): Checklist[] {
  const nameless = card.checklists.find(({ name }) => name.trim() === '');
  return card.checklists.map((list) => ({
    id: list === nameless ? MAIN_LIST : newId(),
    name: oneLine(list.name, losses) || (list === nameless ? '' : words.unnamed),
    items: list.items.flatMap(({ text, done }) => {
      const line = oneLine(text, losses);
      return line ? [{ id: newId(), text: line, done }] : [];
    }),
  }));
}

function unique(ids: readonly string[], find: (id: string) => string | undefined): string[] {
  return [...new Set([...new Set(ids)].flatMap((id) => find(id) ?? []))];
}

/** Whom a name of the file means: one of the group with that id or that name, and only one. */
function finder(
  named: readonly Known[],
  group: readonly Known[],
  missed: (name: string) => void,
): (id: string) => string | undefined {
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return (id) => {
    const same = group.find((one) => one.id === id);
    if (same) return same.id;
    const name = names.get(id) ?? id;
    const matching = group.filter((one) => foldedWords(one.name) === foldedWords(name));
    if (matching.length === 1) return matching[0]?.id;
    missed(name);
    return undefined;
  };
}

/** One line that a board may hold, or empty. */
function oneLine(text: string, losses: LossCount): string {
  const line = fitLine(text);
  const parsed = parseLine(text);
  if (!parsed.ok && parsed.error === 'board.titleTooLong') losses.add('cutTitles', line);
  return line;
}

function titleOf({ title }: FileCard, losses: LossCount): string {
  const line = oneLine(title, losses);
  if (line === '') losses.add('untitled');
  return line || words.untitled;
}

/** The description, and under it what the fields of the other board held that this one has not. */
function descriptionOf(
  { description: written, title, fields }: FileCard,
  known: ReadonlySet<string>,
  losses: LossCount,
): string {
  const others = fields.filter(({ name }) => !known.has(name));
  for (const { name } of others) losses.add('customFields', name);
  const added = others.map(({ name, value }) => words.fieldLine(name, value)).join('\n');
  const description = [written.trimEnd(), added].filter(Boolean).join('\n\n');
  if (description.length <= DESCRIPTION_MAX) return description;
  losses.add('cutDescriptions', title);
  return `${description.slice(0, DESCRIPTION_MAX - 1).toWellFormed()}…`;
}
