import { markWrittenTo } from '#db/meetings/date-poll/date-poll-changes.ts';
import { type Asked, type DatePoll, listAsked } from '#db/meetings/date-poll/date-polls.ts';
import { findPerson } from '#db/people/person/people.ts';
import { isSlotOpen } from '#shared/meetings/date-poll/date-poll.ts';
import { datePollPaths } from '#shared/meetings/date-poll/date-poll-paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Letter } from '../../kernel/mail/letter.ts';
import type { Act } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

const words = frServer.datePollMail;

interface Told {
  readonly poll: DatePoll & { readonly group: { readonly name: string } };
  readonly kind: 'opening' | 'reminder';
  readonly isFor: (asked: Asked) => boolean;
}

/** [DP8] Mails these people the slots and where to answer; gives how many. */
export async function tellOfDatePoll(
  act: Act & ByPerson,
  { poll, kind, isFor }: Told,
): Promise<{ count: number }> {
  const { tx, by, now, mail, link } = act;
  const told = (await listAsked(tx, { poll, now })).filter((asked) => asked.id !== by && isFor(asked));
  const author = (await findPerson(tx, by))?.name ?? null;
  const letter = datePollLetter({ poll, kind, by: author, href: link(datePollPaths.poll(poll)), now });
  for (const to of told) await mail(to, letter);
  await markWrittenTo(tx, { pollId: poll.id, userIds: told.map(({ id }) => id), now });
  return { count: told.length };
}

function datePollLetter({
  poll,
  kind,
  by,
  href,
  now,
}: Pick<Told, 'poll' | 'kind'> & { by: string | null; href: string; now: Date }): Letter {
  const { title, group, closesOn, slots, description } = poll;
  return {
    subject: words.subject[kind](title),
    paragraphs: [
      words.hello,
      words.opening[kind]({ by, title, group: group.name }),
      words.until(closesOn),
      words.slots,
      ...slots.filter((slot) => isSlotOpen(slot, now)).map((slot) => words.slot(slot)),
      ...description.split('\n').filter(Boolean),
    ],
    action: { label: words.action, href },
    notice: words.notice(group.name),
  };
}
