import { spanOfLocal } from '#shared/meetings/meeting/reschedule.ts';
import type { Db } from '../../kernel/client.ts';
import {
  datePollAnswers,
  datePollLetters,
  datePollSlots,
  datePolls,
} from '../../meetings/date-poll/schema.ts';
import { type DemoDatePoll, demoDatePolls } from '../demo/date-polls.ts';
import type { DemoWorld } from '../demo-world.ts';

/** The date polls of the demonstration, with what people said and had said before. */
export async function installDatePolls(tx: Db, world: DemoWorld): Promise<void> {
  for (const poll of demoDatePolls) await installDatePoll(tx, world, poll);
}

async function installDatePoll(tx: Db, world: DemoWorld, poll: DemoDatePoll): Promise<void> {
  const { idOf, newId, at, day } = world;
  const { key, group, by, title, description, openedAt, closesOn, slots, answers } = poll;
  const id = idOf(`date poll ${key}`);
  await tx.insert(datePolls).values({
    ...{ id, title, description, groupId: idOf(`group ${group}`), closesOn: day(closesOn) },
    ...{ createdBy: idOf(by), createdAt: at(openedAt) },
  });
  const slotId = (rank: number) => idOf(`date poll ${key} ${rank}`);
  const dated = slots.map((slot, rank) => {
    const span = spanOfLocal({ ...slot, day: day(slot.day) });
    if (!span.ok) throw new Error(`${slot.day} ${slot.start}: ${span.error}`);
    return { ...span.value, id: slotId(rank), pollId: id };
  });
  await tx.insert(datePollSlots).values(dated);
  const rows = answers.flatMap(({ person, said, at: saidAt, before }) => {
    const who = { userId: idOf(person) };
    const last = said.map((answer, rank) => ({
      ...{ ...who, id: newId(), slotId: slotId(rank), answer, at: at(saidAt), replacedAt: null },
    }));
    if (!before) return last;
    const replaced = { ...who, id: newId(), slotId: slotId(before.slot), answer: before.said };
    return [...last, { ...replaced, at: at(before.at), replacedAt: at(saidAt) }];
  });
  await tx.insert(datePollAnswers).values(rows);
  const told = answers.filter(({ person }) => person !== by);
  await tx
    .insert(datePollLetters)
    .values(told.map(({ person }) => ({ pollId: id, userId: idOf(person), sentAt: at(openedAt) })));
}
