import { z } from 'zod';
import { findPerson } from '#db/people/person/people.ts';
import { giveChapter, setChapterDue } from '#db/publication/synthesis/synthesis-chapters.ts';
import { setChapterCities } from '#db/publication/synthesis/synthesis-cities.ts';
import { claimCityReminder } from '#db/publication/synthesis/synthesis-reminders.ts';
import { moveChapter } from '#db/publication/synthesis/synthesis-steps.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { chosen, Id, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { seenIn } from '#shared/kernel/sent-values.ts';
import { parseDue } from '#shared/publication/synthesis/chapter.ts';
import { CHAPTER_STATES } from '#shared/publication/synthesis/chapter-state.ts';
import { synthesisReminder } from '#shared/publication/synthesis/synthesis-mail.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { roomOf } from '../../documents/document-rights.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import { type OnChapter, onChapter } from './synthesis-rights.ts';

const OfChapter = z.object({ chapterId: Id });
const Due = z.object({ due: read(parseDue) });

/** [SY2] [SY3] [SY6] [SY7] What is said of one chapter of a synthesis; its text is a document. */
export const chapterOperations = {
  /** Who has it, empty for nobody, and until when. */
  'synthesisChapter.edit': operation({
    input: OfChapter.extend({ owner: z.string().max(64), ...Due.shape }),
    right: onChapter('synthesis.manage'),
    refusals: { 'synthesis.ownerNotFound': 'owner' },
    async run(act, { owner: ownerId, due: dueOn }) {
      await setChapterDue(act.tx, { ...changeOf(act), dueOn });
      const given = await giveChapter(act.tx, { ...changeOf(act), ownerId, newId: act.newId });
      if (given.ok) tellText(act);
      return given;
    },
  }),

  /** Whoever has it says until when, not who has it. */
  'synthesisChapter.setDue': operation({
    input: OfChapter.extend(Due.shape),
    right: onChapter('chapter.edit'),
    refusals: {},
    run: (act, { due: dueOn }) => setChapterDue(act.tx, { ...changeOf(act), dueOn }),
  }),

  /** `seen`: the last step that whoever takes this one saw. */
  'synthesisChapter.step': operation({
    input: OfChapter.extend({
      to: z.enum(CHAPTER_STATES),
      reason: z.string().max(60_000),
      seen: z.string().max(20).transform(seenIn),
    }),
    right: onChapter('chapter.step'),
    refusals: {
      'synthesis.stateUnreachable': '',
      'synthesis.reasonTooLong': 'reason',
      'synthesis.reasonMissing': 'reason',
      'synthesis.changedMeanwhile': '',
      'synthesis.textInTrash': '',
    },
    run: (act, { to, reason, seen }) => moveChapter(act.tx, { ...changeOf(act), to, reason, seen }),
  }),

  'synthesisChapter.setCities': operation({
    input: OfChapter.extend({ cities: z.array(z.string().max(64)).max(2_000) }),
    right: onChapter('chapter.edit'),
    refusals: { 'synthesis.cityNotFound': 'cities' },
    async run(act, { cities: organisationIds }) {
      const set = await setChapterCities(act.tx, { ...changeOf(act), organisationIds, newId: act.newId });
      if (set.ok) tellText(act);
      return set;
    },
  }),

  /** [SY7] One mail a person of the city. */
  'synthesisChapter.remindCity': operation({
    input: OfChapter.extend({ city: chosen('synthesis.cityNotExpected') }),
    right: onChapter('chapter.remind'),
    refusals: {
      'synthesis.cityNotExpected': '',
      'synthesis.remindedToday': '',
      'synthesis.nobodyToRemind': '',
    },
    async run(act, { city: organisationId }) {
      const { tx, by, chapter, mail, link } = act;
      const wish = { organisationId, reminderId: act.newId() };
      const claimed = await claimCityReminder(tx, { ...changeOf(act), ...wish });
      if (!claimed.ok) return claimed;
      const { city, people } = claimed.value;
      const due = chapter.dueOn && dates.short(new Date(`${chapter.dueOn}T12:00:00Z`));
      const name = (await findPerson(tx, by))?.name ?? '';
      const said = synthesisReminder({ by: name, chapter: chapter.title, city, due });
      const action = { label: said.action, href: link(synthesisPaths.chapter(chapter)) };
      for (const person of people) await mail(person, { ...said, action });
      return ok();
    },
  }),
};

function changeOf({ chapter, by, now }: Act & OnChapter) {
  return { chapter, userId: by, now };
}

/** Who writes its text changed: open pages hear of it. */
function tellText({ chapter, after }: Act & OnChapter): void {
  after.recheck({ room: roomOf(chapter.documentId) });
}
