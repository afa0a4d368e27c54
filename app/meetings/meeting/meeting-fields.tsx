import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';

const words = meeting.form;

interface MeetingFieldsProps {
  readonly values: Readonly<Partial<Record<string, string>>>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

/** What a meeting is called, when and where it is: the fields that planning and changing have in common. */
export function MeetingFields({ values, errors }: MeetingFieldsProps) {
  const field = (name: string) => ({ name, error: errors[name], defaultValue: values[name] });
  return (
    <>
      <TextField label={words.title} hint={words.titleHint} {...field('title')} required autoComplete="off" />
      <fieldset className="mt-5">
        <legend>{words.when}</legend>
        <div className="meeting-when">
          <TextField label={words.day} {...field('day')} required type="date" />
          <TextField label={words.start} {...field('start')} required type="time" />
          <TextField label={words.end} {...field('end')} required type="time" />
        </div>
        <p className="muted small mt-1">{words.zone}</p>
      </fieldset>
      <fieldset className="mt-5">
        <legend>{words.where}</legend>
        <TextField label={words.place} hint={words.placeHint} {...field('place')} autoComplete="off" />
        <TextField
          label={words.link}
          hint={words.linkHint}
          {...field('link')}
          type="url"
          autoComplete="off"
        />
      </fieldset>
      <TextAreaField
        label={words.description}
        hint={words.descriptionHint}
        {...field('description')}
        rows={4}
      />
    </>
  );
}
