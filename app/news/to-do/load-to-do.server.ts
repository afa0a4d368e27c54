import type { Db } from '#db/kernel/client.ts';
import type { GroupForMember } from '#db/people/group/groups.ts';
import { listToDo } from '#db/to-do.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { toDo as words } from '#shared/news/to-do/to-do.fr.ts';
import { BUCKETS, bucketOf, type Obligation, obligationKey } from '#shared/news/to-do/to-do.ts';
import { type ObligationKind, obligationPath } from '#shared/obligations.ts';
import type { Member } from '../../context.ts';
import type { ToDo, ToDoLine } from './to-do-lines.ts';

/** [AF1] [AF2] What waits for this person, as the home page and the page of all of it show it. `apart` stands elsewhere on the page. */
export async function loadToDo(
  db: Db,
  {
    member,
    groups,
    now,
    apart = [],
  }: {
    member: Member;
    groups: readonly GroupForMember[];
    now: Date;
    apart?: readonly ObligationKind[];
  },
): Promise<{ readonly toDo: ToDo; readonly apart: readonly ToDoLine[] }> {
  const found = await listToDo(db, {
    userId: member.id,
    platformRole: member.platformRole,
    organisationId: member.organisation?.id ?? null,
    groups,
    now,
  });
  const clock = { now, today: parisDay(now) };
  const isApart = ({ kind }: Obligation) => apart.includes(kind);
  const own = found.filter((owed) => !isApart(owed));
  const buckets = BUCKETS.flatMap((bucket) => {
    const owed = own.filter((one) => bucketOf(one, clock) === bucket);
    if (owed.length === 0) return [];
    return [{ bucket, lines: owed.map((one) => lineOf(one, clock)), from: owed[0]?.day ?? null }];
  });
  return {
    toDo: { total: own.length, buckets },
    apart: found.filter(isApart).map((one) => lineOf(one, clock)),
  };
}

function lineOf(owed: Obligation, clock: { readonly now: Date; readonly today: string }): ToDoLine {
  const { kind, count, total } = owed;
  return {
    key: obligationKey(owed),
    kind,
    title: words.owed[kind].title(owed),
    href: obligationPath(owed),
    when: words.when(owed, clock.today),
    isLate: bucketOf(owed, clock) === 'late',
    why: words.why(owed),
    gestures: gesturesOf(owed),
    act: owed.may ? words.owed[kind].act : words.see,
    progress: total > 0 ? { count, total } : null,
  };
}

/** [AF4] What can be done without leaving the page: a yes or no, a point of an agenda, a card, a milestone, an offer of help. */
function gesturesOf({ kind, id, parentId, may }: Obligation): ToDoLine['gestures'] {
  if (!may) return [];
  const of = parentId ?? '';
  if (kind === 'answer')
    return [
      { label: words.come, fields: { intent: 'answer', meetingId: id, answer: 'yes', note: '' } },
      { label: words.comeNot, fields: { intent: 'answer', meetingId: id, answer: 'no', note: '' } },
    ];
  if (kind === 'item' && parentId !== null)
    return [
      { label: words.accept, fields: { intent: 'acceptItem', meetingId: id, item: of } },
      { label: words.refuse, fields: { intent: 'refuseItem', meetingId: id, item: of } },
    ];
  if (kind === 'card')
    return [{ label: words.owed.card.act, fields: { intent: 'finishCard', boardId: of, cardId: id } }];
  if (kind === 'milestone')
    return [
      { label: words.owed.milestone.act, fields: { intent: 'reach', experimentId: of, milestoneId: id } },
    ];
  if (kind === 'support') return [{ label: words.owed.support.act, fields: { intent: 'offer', cityId: id } }];
  return [];
}
