import { Link } from 'react-router';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import type { Period } from '#shared/kernel/day/days.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';
import { experimentPage as words } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { City } from '../../ui/city.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';
import { ThemeChip } from '../../ui/theme-chip.tsx';
import { StateBadge } from './state-badge.tsx';

interface ListedExperiment extends Period {
  readonly id: string;
  readonly title: string;
  readonly season: string;
  readonly state: ExperimentState;
  readonly theme: { readonly key: ThemeKey; readonly name: string };
  readonly cities: readonly { readonly id: string; readonly name: string; readonly colour: number }[];
}

/** The experiments that one may see: theme, cities, state, days. */
export function ExperimentTable({ experiments }: { experiments: readonly ListedExperiment[] }) {
  const { columns } = words;
  return (
    <DataTable caption={words.caption} className="records">
      <thead>
        <tr>
          <th scope="col" className="w-[28%]">
            {columns.title}
          </th>
          <th scope="col">{columns.theme}</th>
          <th scope="col">{columns.cities}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col" className="w-[18%]">
            {columns.period}
          </th>
        </tr>
      </thead>
      <tbody>
        {experiments.map((experiment) => (
          <tr key={experiment.id}>
            <th scope="row">
              <Link to={programmePaths.experiment(experiment)}>{experiment.title}</Link>
              <small>{experiment.season}</small>
            </th>
            <td data-l={columns.theme}>
              <ThemeChip theme={experiment.theme} />
            </td>
            <td data-l={columns.cities}>
              {experiment.cities.map(({ id, name, colour }) => (
                <div key={id}>
                  <City name={name} colour={colour} />
                </div>
              ))}
            </td>
            <td data-l={columns.state}>
              <StateBadge state={experiment.state} />
            </td>
            <td data-l={columns.period}>{words.period(experiment, dayWords.short)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
