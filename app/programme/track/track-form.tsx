import { track as words } from '#shared/programme/track/track.fr.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { fieldsOf, type Written, WrittenForm } from '../../ui/records/written-form.tsx';

/** What is said of a track, for a new one and for one that is changed. */
export function TrackForm(form: Written & { readonly submit: string }) {
  const { fields, refused, cancel } = words;
  const field = fieldsOf(fields, form);
  return (
    <WrittenForm words={{ refused, cancel }} className="card max-w-3xl" {...form}>
      <TextField {...field('title')} autoComplete="off" required />
      <TextAreaField {...field('purpose')} rows={4} />
      <TextField {...field('schemaName')} hint={words.schemaHint} autoComplete="off" />
      <p className="mt-4">
        <label className="check">
          <input
            type="checkbox"
            name="isForCommonCore"
            value="oui"
            defaultChecked={field('isForCommonCore').defaultValue === 'oui'}
          />{' '}
          {fields.isForCommonCore}
        </label>
      </p>
    </WrittenForm>
  );
}
