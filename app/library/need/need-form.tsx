import { useId, useRef } from 'react';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import {
  ACCESS_REASONS,
  ACCESS_STATUSES,
  FREQUENCIES,
  LICENCES,
  PRODUCER_KINDS,
} from '#shared/library/dataset/dataset.ts';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { IMPORTANCES, type TypedDataNeed } from '#shared/library/need/data-need.ts';
import { wantedKey } from '#shared/library/need/wanted-name.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ChoiceField, FormSection } from '../../ui/records/form-section.tsx';
import { fieldsOf, type Written, WrittenForm } from '../../ui/records/written-form.tsx';

/** A name to propose, with what is usual for it. */
export type ProposedName = Pick<
  TypedDataNeed,
  'producerKind' | 'producerName' | 'schemaName' | 'frequency'
> & {
  readonly id: string;
  readonly name: string;
};
const USUAL = ['producerKind', 'producerName', 'schemaName', 'frequency'] as const;

interface NeedFormProps extends Written {
  readonly proposed: readonly ProposedName[];
  /** The same need is in the table already: it is added when they insist. */
  readonly isTwice: boolean;
  /** The last step that this form has seen; null for a new need. */
  readonly rank: number | null;
}

/** What is said of a need, for a new one and for one that is changed. Known names fill in what is usual where nothing is said yet. */
export function NeedForm({ proposed, isTwice, rank, ...written }: NeedFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const names = useId();
  const labelled = fieldsOf({ ...words.fields, why: words.why }, written);
  const field = (name: keyof TypedDataNeed | 'why') => ({
    ...labelled(name),
    hint: name in words.hints ? words.hints[name as keyof typeof words.hints] : undefined,
  });
  function fillUsual(name: string): void {
    const known = proposed.find((one) => wantedKey(one.name) === wantedKey(name));
    if (!known || !form.current) return;
    for (const usual of USUAL) {
      const control = form.current.elements.namedItem(usual);
      const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
      if (isField && control.value === '') control.value = known[usual];
    }
  }
  return (
    <WrittenForm
      words={words}
      submit={rank === null ? words.create : words.save}
      className="max-w-3xl"
      ref={form}
      {...written}
    >
      {isTwice && (
        <p className="mb-4">
          <label className="check">
            <input type="checkbox" name="mayBeTwice" value="oui" /> {words.addAnyway}
          </label>
        </p>
      )}
      <FormSection title={words.sections.what}>
        <datalist id={names}>
          {proposed.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <TextField
          {...field('wanted')}
          list={names}
          autoComplete="off"
          maxLength={200}
          required
          onChange={(event) => fillUsual(event.target.value)}
        />
        <ChoiceField {...field('producerKind')} known={PRODUCER_KINDS} said={dataset.producerKinds} />
        <TextField {...field('producerName')} autoComplete="off" />
        <ChoiceField {...field('importance')} known={IMPORTANCES} said={words.importances} />
      </FormSection>
      <FormSection title={words.sections.access}>
        <ChoiceField {...field('accessStatus')} known={ACCESS_STATUSES} said={dataset.accessStatuses} />
        <TextField {...field('opensOn')} type="date" />
        <TextField {...field('inCharge')} autoComplete="off" />
        <SelectField {...field('accessReason')}>
          <option value="">{dataset.noReason}</option>
          {(['closed_justified', 'other'] as const).map((status) => (
            <optgroup key={status} label={dataset.accessShort[status]}>
              {optionsOf(ACCESS_REASONS[status], dataset.accessReasons)}
            </optgroup>
          ))}
        </SelectField>
        <TextAreaField {...field('accessNote')} rows={2} />
        {rank !== null && <TextField {...field('why')} maxLength={500} />}
      </FormSection>
      <FormSection title={words.sections.form}>
        <TextField {...field('schemaName')} autoComplete="off" />
        <ChoiceField {...field('frequency')} known={FREQUENCIES} said={dataset.frequencies} />
        <ChoiceField {...field('licence')} known={LICENCES} said={dataset.licences} />
      </FormSection>
      <FormSection title={words.sections.who}>
        <TextField {...field('contact')} autoComplete="off" />
        <TextAreaField {...field('comment')} rows={3} />
      </FormSection>
      {rank !== null && <input type="hidden" name="rank" value={rank} />}
    </WrittenForm>
  );
}
