import { event as words } from '#shared/programme/event/event.fr.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { fieldsOf, type Written, WrittenForm } from '../../ui/records/written-form.tsx';
import { ToldToField } from './told-to-field.tsx';

/** What an event says: when, where, and for whom. */
export function EventForm(form: Written & { readonly submit: string }) {
  const field = fieldsOf(words.fields, form);
  return (
    <WrittenForm words={{ ...words, cancel: words.cancelForm }} {...form}>
      <TextField {...field('title')} required maxLength={200} autoComplete="off" />
      <fieldset className="mt-5">
        <legend>{words.whenLegend}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField {...field('day')} required type="date" />
          <TextField {...field('start')} required type="time" />
          <TextField {...field('endDay')} type="date" hint={words.hints.endDay} />
          <TextField {...field('end')} required type="time" />
        </div>
        <p className="muted small mt-1">{words.zone}</p>
      </fieldset>
      <fieldset className="mt-5">
        <legend>{words.whereLegend}</legend>
        <TextField {...field('place')} maxLength={200} autoComplete="off" />
        <TextField {...field('link')} type="url" hint={words.hints.link} autoComplete="off" />
        <TextField
          {...field('capacity')}
          hint={words.hints.capacity}
          inputMode="numeric"
          autoComplete="off"
        />
      </fieldset>
      <TextAreaField {...field('description')} hint={words.hints.description} rows={8} />
      <ToldToField {...field('toldTo')} />
    </WrittenForm>
  );
}
