import { z } from 'zod';
import { loadCockpit } from '#db/news/cockpit/load-cockpit.ts';
import { findStanding } from '#db/people/person/people.ts';
import { claimReminders } from '#db/people/reminder/reminders.ts';
import { Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { reminderWords } from '#shared/people/reminder/reminder.fr.ts';
import { lateWhat, REMINDER_CAUSES, type ReminderCause } from '#shared/people/reminder/reminder.ts';
import { operation } from '../../kernel/operation.ts';
import { inGroup } from '../../people/rights.ts';

type Cockpit = NonNullable<Awaited<ReturnType<typeof loadCockpit>>>;

/** What a reminder is about, whom it is for, and the page that it leads to. */
interface Reminded {
  readonly what: string;
  readonly people: readonly { readonly id: string }[];
  readonly path: string;
}

/** [CK2] What a facilitator reminds people of. */
export const reminderOperations = {
  /** `subject`: the meeting, city or document; one mail each, to those who were not reminded of it within the week. Gives how many. */
  'reminder.send': operation({
    input: z.object({ groupId: Id, cause: z.enum(REMINDER_CAUSES), subject: z.string().max(200) }),
    right: inGroup('group.facilitate'),
    refusals: {},
    async run({ tx, by, group, now, mail, link }, { groupId, cause, subject }) {
      // Whom to remind is what is so now, never what whoever asks says.
      const cockpit = await loadCockpit(tx, { group, userId: by, now });
      const found = cockpit && remindedOf(cockpit, { cause, subject, group });
      if (!found) return ok({ count: 0 });
      const userIds = found.people.map(({ id }) => id);
      const claimed = await claimReminders(tx, { groupId, userIds, cause, by, now });
      const name = (await findStanding(tx, by))?.name ?? '';
      const about = { by: name, group: group.name, what: found.what };
      const { action: label, ...words } = reminderWords(cause, about);
      for (const person of claimed)
        await mail(person, { ...words, action: { label, href: link(found.path) } });
      return ok({ count: claimed.length });
    },
  }),
};

function remindedOf(
  { next, cities, late, texts }: Cockpit,
  { cause, subject, group }: { cause: ReminderCause; subject: string; group: { id: string; name: string } },
): Reminded | null {
  const ofGroup = { id: group.id, title: group.name };
  switch (cause) {
    case 'answer':
      return next?.id === subject
        ? { people: next.unanswered, what: next.title, path: paths.meeting(next) }
        : null;
    case 'silence': {
      const city = cities.find(({ organisation }) => organisation.id === subject);
      return city ? { people: city.targets, what: city.organisation.name, path: paths.group(ofGroup) } : null;
    }
    case 'late': {
      const share = late.find(({ organisation }) => (organisation?.id ?? '') === subject);
      return share
        ? { people: share.targets, what: lateWhat(share.cards), path: paths.groupTasks(ofGroup) }
        : null;
    }
    case 'text': {
      const text = texts.find(({ id }) => id === subject);
      return text ? { people: text.targets, what: text.title, path: paths.document(text) } : null;
    }
  }
}
