import type { Db } from '#db/kernel/client.ts';
import { claimCityReminder } from '#db/publication/synthesis/synthesis-reminders.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { SynthesisError } from '#shared/publication/synthesis/synthesis-errors.ts';
import { synthesisReminder } from '#shared/publication/synthesis/synthesis-mail.fr.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';

/** Reminders to cities about chapters of a synthesis, with their mails. */
export interface CityReminders {
  /** [SY7] One mail a person of the city. Refused: see `claimCityReminder`. */
  send(given: {
    readonly chapterId: string;
    readonly organisationId: string;
    readonly by: { readonly id: string; readonly name: string };
  }): Promise<Result<void, 'access.notFound' | 'access.forbidden' | SynthesisError>>;
}

/** Makes what reminds cities. */
export function createCityReminders({
  db,
  mailer,
  origin,
  now,
  newId,
}: {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
}): CityReminders {
  return {
    send: ({ chapterId, organisationId, by }) =>
      db.transaction(async (tx) => {
        const claim = { chapterId, organisationId, reminderId: newId(), userId: by.id, now: now() };
        const claimed = await claimCityReminder(tx, claim);
        if (!claimed.ok) return claimed;
        const { chapter, city, people } = claimed.value;
        const due = chapter.dueOn && dates.short(new Date(`${chapter.dueOn}T12:00:00Z`));
        const about = { by: by.name, chapter: chapter.title, city, due };
        const { action, ...words } = synthesisReminder(about);
        const href = origin + synthesisPaths.chapter(chapter);
        for (const person of people)
          await mailer.send(tx, person, { ...words, action: { label: action, href } }, { userId: by.id });
        return ok();
      }),
  };
}
