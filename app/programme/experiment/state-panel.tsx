import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import { EXPERIMENT_STATES, type ExperimentState } from '#shared/programme/experiment/experiment.ts';
import { canInExperiment, type ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { isManagersStep, statesAfter } from '#shared/programme/experiment/state.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { type Refused, refusedOf } from './refused.ts';
import { StateBadge } from './state-badge.tsx';

interface StatePlateProps {
  readonly experiment: {
    readonly state: ExperimentState;
    readonly role: ExperimentRole;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
  };
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
  const { state, role, startsOn, endsOn } = experiment;
  const mayManage = canInExperiment(role, 'experiment.manage');
  const next = canInExperiment(role, 'experiment.write')
    ? statesAfter(state).filter((to) => mayManage || !isManagersStep(state, to))
    : [];
  const last = states.at(-1);
  const said = refusedOf(refused, 'state');
  const name = (key: string) => words.states[EXPERIMENT_STATES.find((known) => known === key) ?? 'preparing'];
  return (
    <section className="plate" aria-labelledby="state-heading">
      <header>
        <h2 id="state-heading">{experimentPage.state}</h2>
      </header>
      <p>
        <StateBadge state={state} /> {last && experimentPage.stateSince(dates.short(last.at))}
      </p>
      {last?.reason && <p className="small mt-2 break-words">{last.reason}</p>}
      <p className="small muted mt-2">
        {startsOn && endsOn
          ? experimentPage.period(dayWords.long(startsOn), dayWords.long(endsOn))
          : startsOn
            ? experimentPage.from(dayWords.long(startsOn))
            : experimentPage.noPeriod}
      </p>
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
              {next.map((to) => (
                <option key={to} value={to}>
                  {words.states[to]}
                </option>
              ))}
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
    </section>
  );
}

/** What has just changed, and how to take it back. */
export function StateUndo({ state }: { state: ExperimentState }) {
  return (
    <Notice kind="success">
      <div className="row">
        {experimentPage.stateChanged(words.states[state])}
        <PostButton fields={{ intent: 'undoState' }}>{experimentPage.undo}</PostButton>
      </div>
    </Notice>
  );
}
