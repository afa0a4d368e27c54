import { Form, Link } from 'react-router';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { TypedOrder } from '#shared/programme/mission/mission-order.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Choices } from './choices.tsx';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Titled {
  readonly id: string;
  readonly title: string;
}

/** First which experiment and which consultancy: their cities and their people come next. */
export function ChoiceForm({
  experiments,
  firms,
  experiment,
  firm,
}: {
  experiments: readonly Titled[];
  firms: readonly Named[];
  experiment: Titled | null;
  firm: Named | null;
}) {
  if (experiments.length === 0) return <Notice kind="info">{words.noExperiments}</Notice>;
  if (firms.length === 0) return <Notice kind="info">{words.noFirms}</Notice>;
  return (
    <Form className="max-w-[40rem]" action={programmePaths.newMission()}>
      <SelectField
        label={words.fields.experiment}
        name="experimentation"
        defaultValue={experiment?.id ?? ''}
        required
      >
        <option value="">{words.choose}</option>
        {namedOptions(experiments)}
      </SelectField>
      <SelectField label={words.fields.firm} name="cabinet" defaultValue={firm?.id ?? ''} required>
        <option value="">{words.choose}</option>
        {namedOptions(firms)}
      </SelectField>
      <p className="row mt-6">
        <button className="btn primary" type="submit">
          {words.next}
        </button>
        <Link className="btn quiet" to={programmePaths.missions()}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}

interface OrderFormProps {
  readonly experiment: Titled;
  readonly firm: Named;
  readonly cities: readonly Named[];
  readonly consultants: readonly Named[];
  /** What was typed; of several, their ids. */
  readonly typed: Readonly<Partial<Record<string, string>>> | null;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

const idsIn = (typed: string | undefined) => typed?.split(' ') ?? [];

/** The order itself. */
export function OrderForm({ experiment, firm, cities, consultants, typed, errors, answer }: OrderFormProps) {
  const { fields, hints } = words;
  const field = (name: Exclude<keyof TypedOrder, 'cities' | 'consultants'>) => ({
    label: fields[name],
    name,
    error: errors[name],
    defaultValue: typed?.[name] ?? '',
    autoComplete: 'off',
  });
  return (
    <Form method="post" className="max-w-[40rem]" noValidate>
      <ErrorSummary title={words.refused} faults={faultsOf(errors, fields)} answer={answer} />
      <input type="hidden" name="experiment" value={experiment.id} />
      <input type="hidden" name="firm" value={firm.id} />
      <dl className="facts mb-5">
        <dt>{fields.experiment}</dt>
        <dd>{experiment.title}</dd>
        <dt>{fields.firm}</dt>
        <dd>{firm.name}</dd>
      </dl>
      <TextField {...field('title')} required maxLength={200} />
      <TextAreaField {...field('purpose')} hint={hints.purpose} rows={4} />
      <Choices
        legend={fields.cities}
        name="cities"
        hint={hints.cities}
        error={errors.cities}
        options={cities}
        chosen={typed ? idsIn(typed.cities) : cities.map(({ id }) => id)}
      />
      {consultants.length === 0 ? (
        <Notice kind="warning">{words.firmWithoutPeople}</Notice>
      ) : (
        <Choices
          legend={fields.consultants}
          name="consultants"
          hint={hints.consultants}
          error={errors.consultants}
          options={consultants}
          chosen={idsIn(typed?.consultants)}
        />
      )}
      <TextField {...field('days')} required hint={hints.days} inputMode="decimal" />
      <TextField {...field('dailyPrice')} inputMode="decimal" />
      <TextField {...field('startsOn')} required type="date" />
      <TextField {...field('endsOn')} required type="date" />
      <TextField {...field('letter')} hint={hints.letter} />
      <p className="row mt-6">
        <button className="btn primary" type="submit" name="intent" value="order">
          {words.order}
        </button>
        <Link className="btn quiet" to={programmePaths.missions()}>
          {words.cancel}
        </Link>
      </p>
    </Form>
  );
}
