import { z } from 'zod';
import { findLetterPlace, keepLetter, type LetterPlace } from '#db/publication/adoption/sheet-letters.ts';
import { read } from '#shared/kernel/input.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { letter as words } from '#shared/publication/adoption/letter.fr.ts';
import { checkLetter, parseLetter } from '#shared/publication/adoption/letter.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { operation } from '../../kernel/operation.ts';
import { signedIn } from '../../people/rights.ts';
import { tellCovering } from '../support/tell-covering.ts';

/** [RP13] Messages to those who did what a published sheet tells. */
export const letterOperations = {
  /** Gives how many people of the experiments it leaves for. */
  'sheetLetter.send': operation({
    input: z.object({ address: z.string().max(400), message: read(parseLetter) }),
    right: signedIn,
    share: { perDay: 5, refusal: 'adoption.letterTooMany' },
    refusals: {
      'adoption.sheetGone': '',
      'adoption.letterNobody': '',
      'adoption.letterToday': '',
    },
    async run(act, { address, message }) {
      const { tx, by: userId, now, newId, mail, link } = act;
      const place = await findLetterPlace(tx, { address, userId, now });
      if (!place) return fail('access.notFound');
      const may = checkLetter(place);
      if (!may.ok) return may;
      if (!(await keepLetter(tx, { id: newId(), message, place, userId, now })))
        return fail('adoption.letterToday');
      const { sheet, writer, team, facilitators } = place;
      const { title } = sheet;
      const action = { label: words.mail.action, href: link(sheetPaths.publicSheet(sheet.address)) };
      const replyTo = { name: writer.name, email: writer.email };
      const who = named(writer);
      const said = message.split(/\n{2,}/);
      for (const person of team)
        await mail(person, {
          ...{ subject: words.mail.subject(title), action, replyTo, notice: words.mail.notice },
          paragraphs: [words.mail.asks(who, title), ...said, words.mail.answer],
        });
      for (const person of facilitators)
        await mail(person, {
          ...{ subject: words.copy.subject(title), action, replyTo, notice: words.copy.notice },
          paragraphs: [words.copy.tells(who), ...said, words.copy.answer],
        });
      const { organisationId: cityId, organisation: city } = writer;
      if (cityId && city) await tellCovering(act, { cityId, city, verb: 'facilitator.asked' });
      return ok({ sent: team.length });
    },
  }),
};

/** « Sophie Martin, directrice de l’urbanisme, Belroche-sur-Aune » */
function named({ name, jobTitle, organisation }: LetterPlace['writer']): string {
  return [name, jobTitle, organisation].filter(Boolean).join(', ');
}
