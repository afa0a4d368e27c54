import { z } from 'zod';
import { createGroup, editGroup } from '#db/people/group/groups.ts';
import { chosenId, Id, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { parseName } from '#shared/kernel/title.ts';
import { parsePurpose } from '#shared/people/group/group.ts';
import { JOININGS } from '#shared/people/member/joining.ts';
import { operation } from '../../kernel/operation.ts';
import { inGroup, onPlatform } from '../rights.ts';

const Texts = z.object({ name: read(parseName), purpose: read(parsePurpose) });

/** [G6] [G7] [MB1] Groups themselves. */
export const groupOperations = {
  /** Whoever makes it is its first facilitator. */
  'group.create': operation({
    input: Texts.extend({ themeId: chosenId('group.themeNotFound') }),
    right: onPlatform('group.create'),
    refusals: { 'group.themeNotFound': 'themeId' },
    async run({ tx, by, now, newId }, { name, purpose, themeId }) {
      const groupId = newId();
      const group = { groupId, themeId, name, purpose, by, activityId: newId(), now };
      const made = await createGroup(tx, group);
      return made.ok ? ok({ id: groupId, name }) : made;
    },
  }),

  'group.edit': operation({
    input: Texts.extend({ groupId: Id, joining: z.enum(JOININGS) }),
    right: inGroup('group.edit'),
    refusals: {},
    async run({ tx }, { groupId, name, purpose, joining }) {
      await editGroup(tx, { groupId, name, purpose, joining });
      return ok({ name });
    },
  }),
};
