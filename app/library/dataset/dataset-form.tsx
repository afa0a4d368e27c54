import type { ReactNode } from 'react';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import {
  ACCESS_REASONS,
  ACCESS_STATUSES,
  DATASET_VISIBILITIES,
  FREQUENCIES,
  LICENCES,
  PRODUCER_KINDS,
  type TypedDataset,
} from '#shared/library/dataset/dataset.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ChoiceField, FormSection } from '../../ui/records/form-section.tsx';
import { fieldsOf, type Written, WrittenForm } from '../../ui/records/written-form.tsx';

interface DatasetFormProps extends Written {
  readonly intent: string;
  readonly submit: string;
  /** Fields before all others: of which group, for which organisation. */
  readonly children?: ReactNode;
}

/** What is said of a data set, for a new record and for one that is changed. */
export function DatasetForm({ children, ...form }: DatasetFormProps) {
  const { fields, hints, sections } = words;
  const labelled = fieldsOf(fields, form);
  const field = (name: keyof TypedDataset) => ({
    ...labelled(name),
    hint: name in hints ? hints[name as keyof typeof hints] : undefined,
  });
  return (
    <WrittenForm words={words} className="max-w-3xl" {...form}>
      <FormSection title={sections.what}>
        {children}
        <TextField {...field('title')} autoComplete="off" required />
        <TextAreaField {...field('description')} rows={4} />
        <TextField {...field('producerName')} autoComplete="organization" required />
        <ChoiceField {...field('producerKind')} known={PRODUCER_KINDS} said={words.producerKinds} />
      </FormSection>
      <FormSection title={sections.access}>
        <ChoiceField {...field('accessStatus')} known={ACCESS_STATUSES} said={words.accessStatuses} />
        <SelectField {...field('accessReason')}>
          <option value="">{words.noReason}</option>
          {(['closed_justified', 'other'] as const).map((status) => (
            <optgroup key={status} label={words.accessShort[status]}>
              {optionsOf(ACCESS_REASONS[status], words.accessReasons)}
            </optgroup>
          ))}
        </SelectField>
        <TextAreaField {...field('accessNote')} rows={2} />
        <ChoiceField {...field('licence')} known={LICENCES} said={words.licences} />
      </FormSection>
      <FormSection title={sections.form}>
        <ChoiceField {...field('frequency')} known={FREQUENCIES} said={words.frequencies} />
        <TextField {...field('schemaName')} autoComplete="off" />
        <TextField {...field('schemaUrl')} type="url" inputMode="url" autoComplete="off" />
        <TextField {...field('schemaVersion')} autoComplete="off" />
      </FormSection>
      <FormSection title={sections.coverage}>
        <TextField {...field('territory')} autoComplete="off" />
        <div className="grid sm:grid-cols-2 gap-4 mt-4 [&>.field+.field]:mt-0">
          <TextField {...field('yearFrom')} inputMode="numeric" autoComplete="off" />
          <TextField {...field('yearTo')} inputMode="numeric" autoComplete="off" />
        </div>
      </FormSection>
      <FormSection title={sections.who}>
        <TextField {...field('contact')} autoComplete="off" />
        <ChoiceField
          {...field('visibility')}
          defaultValue={field('visibility').defaultValue || 'group'}
          known={DATASET_VISIBILITIES}
          said={words.visibilities}
        />
      </FormSection>
    </WrittenForm>
  );
}
