import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { LabelColour } from '../board.ts';
import { CARD_PROPERTIES, type Day, eachProperty, type Members } from '../card/property/card-properties.ts';
import { BOARD_FORMAT, type BoardFile, type FileCard, IMPORT_LIMITS, PLAIN_CARD } from './board-file.ts';
import { LossCount, type ReadFile } from './import-report.ts';
import { isDoneName } from './read-csv-board.ts';
import { TrelloBoard, type TrelloCard } from './trello-shape.ts';

/** The nearest of ours; Trello writes shades as `green_dark`. */
const COLOURS: Readonly<Record<string, LabelColour>> = {
  green: 'moss',
  lime: 'moss',
  yellow: 'ochre',
  orange: 'ochre',
  red: 'plum',
  purple: 'plum',
  pink: 'plum',
  blue: 'blue',
  sky: 'blue',
  black: 'neutral',
};

/**
 * [B71] The board that a JSON export of Trello describes. Archived cards, and those of archived lists, come into the archive.
 * Attachments and custom fields are kept as lines of the description; comments, votes and covers are not kept. Refused: no
 * card and no list, too many cards.
 */
export function readTrelloBoard(value: unknown): ReadFile {
  const parsed = TrelloBoard.safeParse(value);
  if (!parsed.success) return fail('boardImport.unknownFormat');
  const board = parsed.data;
  const losses = new LossCount();
  const open = board.lists.filter(({ closed }) => !closed).sort((a, b) => a.pos - b.pos);
  const archivedLists = new Set(board.lists.filter(({ closed }) => closed).map(({ id }) => id));
  for (const { closed, name } of board.lists) if (closed) losses.add('archivedLists', name);
  if (open.length === 0 && board.cards.length === 0) return fail('boardImport.nothing');
  if (board.cards.length > IMPORT_LIMITS.cards) return fail('boardImport.tooManyCards');

  const used = new Set(board.cards.flatMap(({ idLabels }) => idLabels));
  const labels = board.labels
    .filter(({ id, name }) => name.trim() !== '' || used.has(id))
    .map(({ id, name, color }) => ({
      id,
      // A label may be a colour alone.
      name: name.trim() || words.colourName(color?.split('_')[0] ?? ''),
      colour: COLOURS[color?.split('_')[0] ?? ''] ?? 'neutral',
    }));
  const done = new Set(open.filter(({ name }) => isDoneName(name)).map(({ id }) => id));
  const steps = stepsByCard(board, losses);
  const cards = board.cards
    .sort((a, b) => a.pos - b.pos)
    .map((card): FileCard => {
      countLost(card, done, losses);
      return {
        ...PLAIN_CARD,
        id: card.id,
        title: card.name,
        description: describe(card, board, losses),
        columnId: archivedLists.has(card.idList) ? (open[0]?.id ?? '') : card.idList,
        ...eachProperty({
          day: (key) => {
            const { trello }: Day = CARD_PROPERTIES[key];
            return trello ? parisDay(card[trello]) : null;
          },
          members: (key) => {
            const { trello }: Members = CARD_PROPERTIES[key];
            return trello ? card[trello] : [];
          },
        }),
        checklists: steps.get(card.id) ?? [],
        fields: [],
        files: [],
        archived: card.closed || archivedLists.has(card.idList),
        createdAt: null,
        createdBy: null,
      };
    });
  losses.add('comments', undefined, board.actions.length);
  const file: BoardFile = {
    format: BOARD_FORMAT,
    version: 1,
    title: board.name,
    columns: open.map(({ id, name, softLimit }) => ({
      id,
      name,
      done: done.has(id),
      limit: softLimit !== null && Number.isSafeInteger(softLimit) && softLimit > 0 ? softLimit : null,
      colour: null,
    })),
    labels,
    fields: [],
    views: [],
    people: board.members.map(({ id, fullName, username }) => ({ id, name: fullName || username })),
    organisations: [],
    cards,
  };
  return ok({ file, losses: losses.list() });
}

/** Trello keeps instants; a day is that of a clock in Paris. */
function parisDay(instant: string | null): string | null {
  const at = instant === null ? null : new Date(instant);
  return at === null || Number.isNaN(at.getTime()) ? null : parisWall(at).slice(0, 10);
}

function stepsByCard({ checklists }: TrelloBoard, losses: LossCount): Map<string, FileCard['checklists']> {
  const byCard = new Map<string, FileCard['checklists']>();
  for (const { idCard, name, checkItems } of checklists.sort((a, b) => a.pos - b.pos)) {
    const details = checkItems.filter(({ due, idMember }) => due !== null || idMember !== null);
    losses.add('stepDetails', undefined, details.length);
    const items = checkItems
      .sort((a, b) => a.pos - b.pos)
      .map(({ name: text, state }) => ({ text, done: state === 'complete' }));
    byCard.set(idCard, [...(byCard.get(idCard) ?? []), { name, items }]);
  }
  return byCard;
}

/** The description, and under it what has no place of its own on a card here. */
function describe(card: TrelloCard, { customFields }: TrelloBoard, losses: LossCount): string {
  const fields = card.customFieldItems.flatMap(({ idCustomField, idValue, value }) => {
    const field = customFields.find(({ id }) => id === idCustomField);
    const chosen = field?.options.find(({ id }) => id === idValue)?.value.text;
    const written =
      chosen ?? Object.values(value ?? {}).find((one) => typeof one === 'string' || typeof one === 'number');
    if (!field || written === undefined) return [];
    losses.add('customFields', field.name);
    return [words.fieldLine(field.name, String(written))];
  });
  const files = card.attachments.map(({ name, url }) => {
    losses.add('attachments');
    return words.attachmentLine(name, url);
  });
  return [card.desc.trimEnd(), fields.join('\n'), files.join('\n')].filter(Boolean).join('\n\n');
}

function countLost(card: TrelloCard, done: ReadonlySet<string>, losses: LossCount): void {
  if (card.dueComplete && !card.closed && !done.has(card.idList)) losses.add('doneMarks', card.name);
  if (card.badges.votes > 0) losses.add('votes', undefined, card.badges.votes);
  if (card.cover.idAttachment !== null || card.cover.color !== null) losses.add('covers');
}
