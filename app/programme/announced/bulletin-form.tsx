import { bulletin as words } from '#shared/programme/bulletin/bulletin.fr.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { fieldsOf, type Written, WrittenForm } from '../../ui/records/written-form.tsx';
import { ToldToField } from './told-to-field.tsx';

/** What an announcement says, and for whom. */
export function BulletinForm(form: Written & { readonly submit: string }) {
  const field = fieldsOf(words.fields, form);
  return (
    <WrittenForm words={words} {...form}>
      <TextField {...field('title')} required maxLength={200} autoComplete="off" />
      <TextAreaField {...field('text')} hint={words.textHint} required rows={10} />
      <ToldToField {...field('toldTo')} />
    </WrittenForm>
  );
}
