import { Form, Link } from 'react-router';
import { steering } from '#shared/messages/fr/steering.ts';
import { programmePaths, type SteeringAddress } from '#shared/programme-paths.ts';
import { SelectField, TextField } from '../ui/field.tsx';

const words = steering.filter;

interface Named {
  readonly code: string;
  readonly name: string;
}

export interface FilterChoices {
  readonly seasons: readonly { readonly number: number; readonly name: string; readonly startsOn: string }[];
  readonly themes: readonly { readonly key: string; readonly name: string }[];
  readonly regions: readonly Named[];
  readonly departments: readonly Named[];
}

interface FilterFormProps {
  readonly address: SteeringAddress;
  readonly season: number;
  readonly day: { readonly typed: string; readonly error: string | null };
  readonly today: string;
  readonly choices: FilterChoices;
}

/** A plain GET form: the address carries what is shown, so that it can be kept and sent. */
export function FilterForm({ address, season, day, today, choices }: FilterFormProps) {
  const { theme = '', region = '', department = '' } = address;
  const isFiltered = theme !== '' || region !== '' || department !== '' || day.typed !== '';
  const starts = choices.seasons.find(({ number }) => number === season)?.startsOn;
  const select = (
    name: string,
    label: string,
    value: string,
    all: string | null,
    options: readonly Named[],
  ) => (
    <div className="min-w-0 flex-[1_1_9rem]">
      <SelectField label={label} name={name} defaultValue={value}>
        {all !== null && <option value="">{all}</option>}
        {options.map(({ code, name: said }) => (
          <option key={code} value={code}>
            {said}
          </option>
        ))}
      </SelectField>
    </div>
  );
  return (
    <Form
      key={JSON.stringify([address, day])}
      className="mb-6"
      role="search"
      aria-label={words.label}
      action={programmePaths.steering()}
    >
      <div className="flex flex-wrap items-end gap-4 [&>.field+.field]:mt-0">
        {choices.seasons.length > 1 &&
          select(
            'saison',
            words.season,
            String(season),
            null,
            choices.seasons.map(({ number, name }) => ({ code: String(number), name })),
          )}
        {select(
          'theme',
          words.theme,
          theme,
          words.all,
          choices.themes.map(({ key, name }) => ({ code: key, name })),
        )}
        {select('region', words.region, region, words.allRegions, choices.regions)}
        {select('departement', words.department, department, words.all, choices.departments)}
        <div className="min-w-0 flex-[1_1_10rem]">
          <TextField
            label={words.day}
            name="date"
            type="date"
            hint={words.dayHint}
            error={day.error ?? undefined}
            defaultValue={day.typed}
            min={starts}
            max={today}
          />
        </div>
        <div className="row">
          <button className="btn" type="submit">
            {words.submit}
          </button>
          {isFiltered && (
            <Link className="btn quiet" to={programmePaths.steering()}>
              {words.reset}
            </Link>
          )}
        </div>
      </div>
    </Form>
  );
}
