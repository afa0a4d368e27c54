import { Bell } from 'lucide-react';
import { meetingReminder as words } from '#shared/meetings/meeting/meeting-reminder.fr.ts';
import type { ReminderKind } from '#shared/meetings/meeting/reminder.ts';

interface ShownReminder {
  readonly kind: ReminderKind;
  readonly leavesAt: Date;
  /** The mail, for whoever may change it. */
  readonly letter: { readonly subject: string; readonly text: string } | null;
}

/** [RM5] Which reminders of a meeting will leave and when, and what they will say. */
export function ReminderLine({ reminders }: { reminders: readonly ShownReminder[] }) {
  if (reminders.length === 0) return null;
  return (
    <section className="meeting-facts mb-8" aria-label={words.title}>
      <p>
        <Bell className="icon" aria-hidden="true" />
        <span>{words.line(reminders)}</span>
      </p>
      {reminders.map(
        ({ kind, letter }) =>
          letter && (
            <details className="fold mt-2" key={kind}>
              <summary className="btn sm">
                {words.preview}
                <span className={reminders.length === 1 ? 'vh' : ''}>{words.previewOf[kind]}</span>
              </summary>
              <div className="card mt-2 stack">
                <p className="muted small">{words.previewLead}</p>
                <p>
                  <strong>{words.subject(letter.subject)}</strong>
                </p>
                <p className="meeting-description">{letter.text}</p>
              </div>
            </details>
          ),
      )}
    </section>
  );
}
