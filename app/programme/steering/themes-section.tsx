import { Link } from 'react-router';
import { EXPERIMENT_STATES } from '#shared/programme/experiment/experiment.ts';
import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import type { ThemeCount } from '#shared/programme/steering/overview.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { heatOfCell } from '#shared/programme/steering/steering.ts';
import { DataTable } from '../../ui/records/data-table.tsx';
import { ThemeChip } from '../../ui/theme-chip.tsx';
import { Plate } from './panel.tsx';

const words = steering.experiments;

interface ThemesSectionProps {
  readonly themes: readonly ThemeCount[];
  readonly address: SteeringAddress;
}

/** Experiments by theme and state, each cell opening those that it counts. */
export function ThemesSection({ themes, address }: ThemesSectionProps) {
  const sum = (of: (theme: ThemeCount) => number) => themes.reduce((total, theme) => total + of(theme), 0);
  const most = Math.max(0, ...themes.flatMap(({ states }) => Object.values(states)));
  const total = sum((theme) => theme.total);
  const cell = (count: number, theme: string, state: string | undefined, said: string) =>
    count === 0 ? (
      count
    ) : (
      <Link
        to={programmePaths.steeringList(
          'experimentations',
          { ...address, theme: theme || address.theme },
          state ? { state } : {},
        )}
        aria-label={`${said}${steering.signals.colon}${count}`}
      >
        {count}
      </Link>
    );
  return (
    <Plate
      id="experimentations"
      title={words.title}
      sentence={words.sentence(
        total,
        sum(({ states }) => states.running),
      )}
      csv={programmePaths.steeringExport('csv', address, 'experimentations')}
    >
      <DataTable caption={words.caption} className="heat">
        <thead>
          <tr>
            <th scope="col" className="first">
              {words.theme}
            </th>
            {EXPERIMENT_STATES.map((state) => (
              <th key={state} scope="col">
                {words.states[state]}
              </th>
            ))}
            <th scope="col">{steering.total}</th>
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => (
            <tr key={theme.key}>
              <th scope="row">
                <ThemeChip theme={theme} />
              </th>
              {EXPERIMENT_STATES.map((state) => (
                <td key={state} className={`h${heatOfCell(theme.states[state], most)}`}>
                  {cell(theme.states[state], theme.key, state, `${theme.name}, ${words.states[state]}`)}
                </td>
              ))}
              <td className="tot">{cell(theme.total, theme.key, undefined, theme.name)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{steering.total}</th>
            {EXPERIMENT_STATES.map((state) => (
              <td key={state} className="tot">
                {cell(
                  sum(({ states }) => states[state]),
                  '',
                  state,
                  words.states[state],
                )}
              </td>
            ))}
            <td className="tot">{cell(total, '', undefined, steering.total)}</td>
          </tr>
        </tbody>
      </DataTable>
    </Plate>
  );
}
