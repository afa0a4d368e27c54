import { meetingReminder as words } from '#shared/meetings/meeting/meeting-reminder.fr.ts';
import { REMINDER_FIELDS, REMINDER_KINDS, REMINDER_WORDS_MAX } from '#shared/meetings/meeting/reminder.ts';
import { TextAreaField } from '../../ui/field.tsx';

interface ReminderFieldsProps {
  readonly values: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

/** [RM1] Which reminders leave, each with words of its own; without script all of it is there. */
export function ReminderFields({ values, errors }: ReminderFieldsProps) {
  return (
    <fieldset className="mt-5" aria-describedby="reminders-lead">
      <legend>{words.title}</legend>
      <p className="muted small" id="reminders-lead">
        {words.lead}
      </p>
      <ul>
        {REMINDER_KINDS.map((kind) => {
          const [box, own] = REMINDER_FIELDS[kind];
          return (
            <li className="meeting-reminder mt-3" key={kind}>
              <label className="check">
                <input
                  type="checkbox"
                  name={box}
                  defaultChecked={Boolean(values[box])}
                  aria-describedby={kind === 'morning' ? 'morning-hint' : undefined}
                />
                <span>
                  {words.kinds[kind]}
                  {kind === 'morning' && (
                    <span className="muted small block" id="morning-hint">
                      {words.morningHint}
                    </span>
                  )}
                </span>
              </label>
              <TextAreaField
                label={words.words[kind]}
                hint={words.wordsHint}
                name={own}
                error={errors[own]}
                defaultValue={values[own]}
                rows={2}
                maxLength={REMINDER_WORDS_MAX}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
