import { Download } from 'lucide-react';
import { Form } from 'react-router';
import { months as monthWords } from '#shared/kernel/day/months.fr.ts';
import { type Effort, totalEffort } from '#shared/programme/experiment/effort.ts';
import { experiment as roleWords } from '#shared/programme/experiment/experiment.fr.ts';
import { TEAM_ROLES } from '#shared/programme/experiment/experiment.ts';
import { experimentLog as words } from '#shared/programme/experiment/experiment-log.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface EffortPlateProps {
  readonly experiment: { readonly id: string; readonly title: string };
  readonly efforts: readonly Effort[];
  /** Months of the log, the latest first. */
  readonly months: readonly string[];
  readonly mayWrite: boolean;
  readonly refused: Refused | undefined;
}

/** [EX15] What it took: by month and role, and altogether. */
export function EffortPlate({ experiment, efforts, months, mayWrite, refused }: EffortPlateProps) {
  const total = totalEffort(efforts);
  const said = refusedOf(refused, 'effort');
  return (
    <section className="plate" id="effort" aria-labelledby="effort-heading">
      <header>
        <h2 id="effort-heading">{words.effortTitle}</h2>
        {efforts.length > 0 && (
          <a href={programmePaths.experimentEffortExport(experiment)}>
            <Download className="icon" aria-hidden="true" /> {words.csv}
          </a>
        )}
      </header>
      <p className="muted small mb-3">{efforts.length === 0 ? words.noEffort : words.effortLead}</p>
      {efforts.length > 0 && (
        <table>
          <caption className="vh">{words.effortCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col">{words.daysColumn}</th>
              <th scope="col">{words.costColumn}</th>
            </tr>
          </thead>
          <tbody>
            {efforts.map(({ month, role, days, cost }) => (
              <tr key={`${month} ${role}`}>
                <th scope="row">
                  {monthWords.title(month)}
                  <small className="muted block">{roleWords.roles[role]}</small>
                </th>
                <td className="num">{words.number(days)}</td>
                <td className="num">{cost > 0 ? words.money(cost) : '—'}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td className="num">
                <strong>{words.number(total.days)}</strong>
              </td>
              <td className="num">
                <strong>{words.money(total.cost)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      {mayWrite && months.length > 0 && (
        <details className="mt-3" open={said !== undefined}>
          <summary>{words.addEffort}</summary>
          <Form key={efforts.length} method="post" className="mt-3" noValidate>
            <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
            <input type="hidden" name="intent" value="effort" />
            <SelectField
              label={words.month}
              name="month"
              id="effort-month"
              defaultValue={said?.values.month ?? ''}
            >
              {months.map((month) => (
                <option key={month} value={month}>
                  {monthWords.title(month)}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={words.role}
              name="role"
              id="effort-role"
              defaultValue={said?.values.role ?? ''}
            >
              {optionsOf(TEAM_ROLES, roleWords.roles)}
            </SelectField>
            <TextField
              label={words.daysColumn}
              name="days"
              id="effort-days"
              inputMode="decimal"
              error={said?.errors.days}
              defaultValue={said?.values.days ?? ''}
            />
            <TextField
              label={words.cost}
              name="cost"
              id="effort-cost"
              inputMode="decimal"
              error={said?.errors.cost}
              defaultValue={said?.values.cost ?? ''}
            />
            <button className="btn mt-3" type="submit">
              {words.saveDifficulty}
            </button>
          </Form>
        </details>
      )}
    </section>
  );
}
