import { z } from 'zod';
import { deleteFromTrash, listTrash, takeFromTrash } from '#db/documents/trash/trash.ts';
import type { GroupAction } from '#shared/kernel/access/access.ts';
import { Id } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { GroupRoomKind } from '#shared/realtime/realtime.ts';
import { operation, type Right } from '../../kernel/operation.ts';
import { type ByPerson, inGroup } from '../../people/rights.ts';

const InTrash = z.object({ kind: z.enum(['document', 'board']), groupId: Id, id: Id });

/** Whoever's role in the group allows this with its trash; of a restricted document only those who may see it decide. */
function onTrash(actionOf: (kind: GroupRoomKind) => GroupAction): Right<z.output<typeof InTrash>, ByPerson> {
  return async (act, asker, input) => {
    const found = await inGroup(actionOf(input.kind))(act, asker, input);
    if (!found.ok) return found;
    const { by, group } = found.value;
    const asked = { kind: input.kind, groupId: group.id, userId: by, now: act.now };
    const seen = await listTrash(act.tx, asked);
    return seen.some(({ id }) => id === input.id) ? ok({ by }) : fail('access.notFound');
  };
}

/** [TR2] [TR3] What is done with what lies in a group's trash; open pages are decided again. */
export const trashOperations = {
  'trash.restore': operation({
    input: InTrash,
    right: onTrash((kind) => `${kind}.trash`),
    refusals: {},
    run: ({ tx, by, now, newId }, { kind, id, groupId }) =>
      takeFromTrash(tx, { kind, id, groupId, by, now, activityId: newId() }),
  }),

  'trash.delete': operation({
    input: InTrash,
    right: onTrash(() => 'trash.delete'),
    refusals: {},
    run: ({ tx, by, now }, { kind, id, groupId }) => deleteFromTrash(tx, { kind, id, groupId, by, now }),
  }),
};
