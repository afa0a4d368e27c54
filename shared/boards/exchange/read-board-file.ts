import { fail, ok } from '#shared/kernel/result.ts';
import { BOARD_FORMAT, BoardFile } from './board-file.ts';
import type { ReadFile } from './import-report.ts';
import { readTrelloBoard } from './read-trello-board.ts';
import { isTrelloExport } from './trello-shape.ts';

/** [B71] The board of a JSON file: one of ours, or an export of Trello. Refused: anything else. */
export function readJsonBoard(value: unknown): ReadFile {
  const own = BoardFile.safeParse(value);
  if (own.success) return ok({ file: own.data, losses: [] });
  const claims =
    typeof value === 'object' && value !== null && 'format' in value && value.format === BOARD_FORMAT;
  if (claims || !isTrelloExport(value)) return fail('boardImport.unknownFormat');
  return readTrelloBoard(value);
}
