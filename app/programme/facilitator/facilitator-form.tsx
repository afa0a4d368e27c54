import { Form } from 'react-router';
import { facilitator as words } from '#shared/programme/facilitator/facilitator.fr.ts';
import { FACILITATOR_KINDS } from '#shared/programme/facilitator/territorial-facilitator.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { ChoiceField } from '../../ui/records/form-section.tsx';
import { fieldsOf, type Written, WrittenForm } from '../../ui/records/written-form.tsx';

/** What is said of a structure, new or known. */
export function FacilitatorForm(form: Written) {
  const field = fieldsOf(words.fields, form);
  return (
    <WrittenForm words={words} submit={words.save} className="max-w-[40rem]" {...form}>
      <TextField {...field('name')} required maxLength={200} autoComplete="off" />
      <ChoiceField {...field('kind')} known={FACILITATOR_KINDS} said={words.kinds} />
      <TextAreaField {...field('areas')} hint={words.hints.areas} rows={4} />
      <TextAreaField {...field('offer')} rows={5} />
      <TextField {...field('address')} autoComplete="off" />
      <TextField {...field('site')} autoComplete="off" inputMode="url" />
      <TextField {...field('contactName')} hint={words.hints.contactName} autoComplete="off" />
      <TextField {...field('contactEmail')} type="email" autoComplete="off" />
      <TextField {...field('contactPhone')} type="tel" autoComplete="off" />
      <TextField {...field('source')} hint={words.hints.source} autoComplete="off" />
      <TextField {...field('certainty')} hint={words.hints.certainty} autoComplete="off" />
    </WrittenForm>
  );
}

/** [AT5] What ties a structure to its organisation here, and to cities by name. */
export function FacilitatorTieForm(form: Omit<Written, 'cancel'>) {
  const { tie } = words;
  const field = fieldsOf({ organisation: tie.organisation, cities: tie.cities }, form);
  return (
    <Form method="post" className="plate mt-8 max-w-[40rem]" noValidate aria-labelledby="tie">
      <header>
        <h2 id="tie">{tie.title}</h2>
      </header>
      <p className="muted mb-3">{tie.lead}</p>
      <ErrorSummary title={tie.refused} faults={faultsOf(form.answer?.errors)} answer={form.answer} />
      <TextField {...field('organisation')} hint={tie.organisationHint} maxLength={120} autoComplete="off" />
      <TextAreaField {...field('cities')} hint={tie.citiesHint} rows={4} />
      <p className="mt-4">
        <button className="btn" type="submit" name="intent" value="tie">
          {tie.submit}
        </button>
      </p>
    </Form>
  );
}
