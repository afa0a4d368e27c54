import { findBoardForMember } from '#db/boards/boards.ts';
import type { Db } from '#db/kernel/client.ts';
import { findExperimentRole } from '#db/programme/experiment/experiment-rights.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import { needRefId } from '#shared/documents/text/object-address.ts';
import type { AccessError, BoardError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Rooms } from '../../realtime/rooms.ts';
import { readNeedFile } from './need-file.ts';

/** What goes from a need to a board, and what comes from a file. */
export interface DataNeeds {
  readonly readFile: typeof readNeedFile;
  /**
   * [DN12] Makes a card of a request to the producer, linked to the need, in this person's name. Refuses 'access.notFound' and
   * 'access.forbidden' for the need and for the board, 'board.columnNotFound' when it has no column.
   */
  request(asked: {
    readonly experimentId: string;
    readonly needId: string;
    readonly boardId: string;
    readonly title: string;
    readonly by: string;
  }): Promise<Result<{ boardId: string; cardId: string }, AccessError | BoardError>>;
}

export function createDataNeeds({
  db,
  rooms,
  now,
  newId,
}: {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'apply'>;
  readonly now: () => Date;
  readonly newId: () => string;
}): DataNeeds {
  return {
    readFile: readNeedFile,
    async request({ experimentId, needId, boardId, title, by }) {
      const role = await findExperimentRole(db, { experimentId, userId: by, now: now() });
      if (!role) return fail('access.notFound');
      if (!canInExperiment(role, 'need.write')) return fail('access.forbidden');
      const board = await findBoardForMember(db, { boardId, userId: by, now: now() });
      if (!board) return fail('access.notFound');
      if (!canInGroup(board.group.role, 'board.write')) return fail('access.forbidden');
      const cardId = newId();
      const made = await rooms.apply(
        roomName({ kind: 'board', id: boardId }),
        { userId: by },
        'board.keepActionCard',
        {
          cardId,
          title,
          link: objectKey({ kind: 'data-need', id: needRefId(experimentId, needId) }),
          isNew: true,
          createdAt: now(),
          createdBy: by,
        },
      );
      return made.ok ? ok({ boardId, cardId }) : made;
    },
  };
}
