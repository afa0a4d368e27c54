import { Form, useNavigation } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { cockpit as words } from '#shared/news/cockpit/cockpit.fr.ts';
import { reminderWords } from '#shared/people/reminder/reminder.fr.ts';
import { mayRemind, type ReminderCause } from '#shared/people/reminder/reminder.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

export interface Target {
  readonly id: string;
  readonly name: string;
  /** When they were last reminded of the same. */
  readonly remindedAt: Date | null;
}

/** [CK2] The mail of a reminder as it will leave, whom it goes to, and who had it this week already. */
export function RemindForm({
  cause,
  subject,
  name,
  targets,
  about,
  now,
}: {
  cause: ReminderCause;
  /** The meeting or the organisation. */
  subject: string;
  /** Named for those who hear the button alone. */
  name: string;
  targets: readonly Target[];
  about: Parameters<typeof reminderWords>[1];
  now: Date;
}) {
  const sent = useNavigation().formData;
  const isSending = sent?.get('cause') === cause && sent.get('subject') === subject;
  const isFree = ({ remindedAt }: Target) => mayRemind(remindedAt ?? undefined, now);
  const [free, done] = [targets.filter(isFree), targets.filter((target) => !isFree(target))];
  const [latest] = done.flatMap(({ remindedAt }) => remindedAt ?? []).sort((a, b) => +b - +a);
  const mail = reminderWords(cause, about);
  if (targets.length === 0) return <p className="muted small">{words.nobody}</p>;
  return (
    <>
      {latest && (
        <p className="muted small">
          {words.already(list.format(done.map((person) => person.name)), dates.short(latest))}
        </p>
      )}
      {free.length > 0 && (
        <details className="fold mt-2">
          <summary className="btn sm">
            {words.preview[cause]}
            <span className="vh"> {name}</span>
          </summary>
          <Form method="post" className="card mt-2 stack">
            <input type="hidden" name="cause" value={cause} />
            <input type="hidden" name="subject" value={subject} />
            <p className="muted small">{words.to(list.format(free.map((person) => person.name)))}</p>
            <p>
              <strong>{words.subject(mail.subject)}</strong>
            </p>
            {mail.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <p>
              <button className="btn primary" type="submit" name="intent" value="remind" disabled={isSending}>
                {isSending ? words.sending : words.send(free.length)}
                <span className="vh">, {name}</span>
              </button>
            </p>
          </Form>
        </details>
      )}
    </>
  );
}
