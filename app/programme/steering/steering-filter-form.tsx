import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { TextField } from '../../ui/field.tsx';
import { FilterForm } from '../../ui/late/filter-form.tsx';

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

interface SteeringFilterFormProps {
  readonly address: SteeringAddress;
  readonly season: number;
  readonly day: { readonly typed: string; readonly error: string | null };
  readonly today: string;
  readonly choices: FilterChoices;
}

const byCode = (named: readonly Named[]) => named.map(({ code, name }) => ({ id: code, name }));

/** Narrows what steering shows, and as of which day; the address carries it. */
export function SteeringFilterForm({ address, season, day, today, choices }: SteeringFilterFormProps) {
  const { theme = '', region = '', department = '' } = address;
  const { seasons, themes, regions, departments } = choices;
  return (
    <FilterForm
      address={programmePaths.steering()}
      isFiltered={[theme, region, department, day.typed].some((value) => value !== '')}
      words={words}
      selects={[
        {
          label: words.season,
          name: 'saison',
          value: String(season),
          any: null,
          choices:
            seasons.length > 1 ? seasons.map(({ number, name }) => ({ id: String(number), name })) : [],
        },
        {
          label: words.theme,
          name: 'theme',
          value: theme,
          any: words.all,
          choices: themes.map(({ key, name }) => ({ id: key, name })),
        },
        {
          label: words.region,
          name: 'region',
          value: region,
          any: words.allRegions,
          choices: byCode(regions),
        },
        {
          label: words.department,
          name: 'departement',
          value: department,
          any: words.all,
          choices: byCode(departments),
        },
      ]}
      day={
        <TextField
          key={day.typed}
          label={words.day}
          name="date"
          type="date"
          hint={words.dayHint}
          error={day.error ?? undefined}
          defaultValue={day.typed}
          min={seasons.find(({ number }) => number === season)?.startsOn}
          max={today}
        />
      }
    />
  );
}
