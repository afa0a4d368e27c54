import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import type { Period } from '#shared/kernel/day/days.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { EXPERIMENT_STATES, type ExperimentState } from '#shared/programme/experiment/experiment.ts';
import { canInExperiment, type ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { isManagersStep, statesAfter } from '#shared/programme/experiment/state.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { type Refused, refusedOf } from './refused.ts';
import { StateBadge } from './state-badge.tsx';

interface StatePlateProps {
  readonly experiment: Period & { readonly state: ExperimentState; readonly role: ExperimentRole };
  readonly states: readonly {
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly at: Date;
  }[];
  readonly refused: Refused | undefined;
  readonly isInside: boolean;
}

/** [EX6] Where it stands, since when and why, and how that is changed. */
export function StatePlate({ experiment, states, refused, isInside }: StatePlateProps) {
  const { state, role } = experiment;
  const mayManage = canInExperiment(role, 'experiment.manage');
  const next = canInExperiment(role, 'experiment.write')
    ? statesAfter(state).filter((to) => mayManage || !isManagersStep(state, to))
    : [];
  const last = states.at(-1);
  const said = refusedOf(refused, 'state');
  const name = (key: string) => words.states[EXPERIMENT_STATES.find((known) => known === key) ?? 'preparing'];
  return (
    <Plate id="state-heading" title={experimentPage.state}>
      <p>
        <StateBadge state={state} /> {last && experimentPage.stateSince(dates.short(last.at))}
      </p>
      {last?.reason && <p className="small mt-2 break-words">{last.reason}</p>}
      <p className="small muted mt-2">{experimentPage.period(experiment, dayWords.long)}</p>
      {isInside && states.length > 1 && (
        <details className="mt-3">
          <summary>{experimentPage.stateHistory}</summary>
          <ol className="rope mt-3">
            {states.map(({ from, to, reason, at }) => (
              <li key={`${at.toISOString()} ${to}`} className="done">
                <strong>{experimentPage.fromTo(name(from), name(to))}</strong>
                <p className="small muted">{dates.short(at)}</p>
                {reason && <p className="small break-words">{reason}</p>}
              </li>
            ))}
          </ol>
        </details>
      )}
      {next.length > 0 && (
        <details key={states.length} className="mt-3" open={said !== undefined}>
          <summary>{experimentPage.changeState}</summary>
          <Form method="post" className="mt-3" noValidate>
            <input type="hidden" name="intent" value="state" />
            <ErrorSummary title={experimentPage.refused} faults={faultsOf(said?.errors)} answer={said} />
            <SelectField
              label={experimentPage.newState}
              name="state"
              defaultValue={said?.values.state ?? next[0] ?? ''}
              required
            >
              {optionsOf(next, words.states)}
            </SelectField>
            <TextAreaField
              label={experimentPage.reason}
              name="reason"
              hint={experimentPage.reasonHint}
              error={said?.errors.reason}
              defaultValue={said?.values.reason ?? ''}
              maxLength={2_000}
              rows={3}
            />
            <p className="mt-3">
              <button className="btn" type="submit">
                {experimentPage.confirmState}
              </button>
            </p>
          </Form>
        </details>
      )}
    </Plate>
  );
}
