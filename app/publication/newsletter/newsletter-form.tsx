import { toldTo } from '#shared/programme/told-to.fr.ts';
import { TOLD_TO } from '#shared/programme/told-to.ts';
import { newsletter as words } from '#shared/publication/newsletter/newsletter.fr.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { fieldsOf, type Written, WrittenForm } from '../../ui/records/written-form.tsx';

/** What a newsletter says of itself, and of which days it tells. */
export function NewsletterForm(form: Written & { readonly submit: string }) {
  const field = fieldsOf(words.fields, form);
  return (
    <WrittenForm words={words} {...form}>
      <TextField {...field('title')} required maxLength={200} autoComplete="off" />
      <fieldset className="mt-5">
        <legend>{words.period}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField {...field('fromDay')} required type="date" />
          <TextField {...field('toDay')} required type="date" />
        </div>
      </fieldset>
      <TextAreaField {...field('introduction')} hint={words.introductionHint} rows={8} />
      <SelectField {...field('toldTo')} required>
        <option value="">—</option>
        {optionsOf(TOLD_TO, toldTo.names)}
      </SelectField>
    </WrittenForm>
  );
}
