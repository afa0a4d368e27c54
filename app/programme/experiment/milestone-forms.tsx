import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { experimentMilestone as words } from '#shared/programme/experiment/experiment-milestone.fr.ts';
import { type Milestone, type Slip, standingOf } from '#shared/programme/experiment/milestone.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { StandingBadge } from './milestone-table.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface MilestoneFormsProps {
  readonly milestone: Milestone;
  readonly slips: readonly Slip[];
  readonly today: string;
  readonly refused: Refused | undefined;
}

/** One milestone: what is planned, what happened, its slips, and how each is said. */
export function MilestoneForms({ milestone, slips, today, refused }: MilestoneFormsProps) {
  const { id, title, firstFrom, firstTo, plannedTo, startedOn, doneOn } = milestone;
  const [actual, slip] = [refusedOf(refused, `actual ${id}`), refusedOf(refused, `slip ${id}`)];
  return (
    <li className="card">
      <h3>
        {title} <StandingBadge standing={standingOf(milestone, today)} />
      </h3>
      <p className="muted small">
        {words.columns.first}
        {'\u00a0: '}
        {words.fromTo(dayWords.short(firstFrom), dayWords.short(firstTo))}
        {plannedTo !== firstTo && ` · ${words.columns.planned} ${dayWords.short(plannedTo)}`}
      </p>
      {slips.length > 0 && (
        <ul className="small mt-2" aria-label={words.slips}>
          {slips.map(({ from, to, reason, at }) => (
            <li key={at.toISOString()}>
              {words.slipLine(dayWords.short(from), dayWords.short(to))}
              {words.slipReason(reason, dates.short(at))}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="mt-3" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(actual?.errors)} answer={actual} />
        <input type="hidden" name="intent" value="actual" />
        <input type="hidden" name="milestoneId" value={id} />
        <div className="flex flex-wrap items-end gap-4 [&>.field+.field]:mt-0">
          <TextField
            label={words.startedOn}
            name="startedOn"
            id={`started-${id}`}
            type="date"
            defaultValue={actual?.values.startedOn ?? startedOn ?? ''}
          />
          <TextField
            label={words.doneOn}
            name="doneOn"
            id={`done-${id}`}
            type="date"
            error={actual?.errors.doneOn}
            defaultValue={actual?.values.doneOn ?? doneOn ?? ''}
          />
          <button className="btn" type="submit" aria-label={`${words.saveActual}, ${title}`}>
            {words.saveActual}
          </button>
        </div>
      </Form>
      <div className="row mt-3">
        <details open={slip !== undefined}>
          <summary>
            {words.slip}
            <span className="vh">{words.ofMilestone(title)}</span>
          </summary>
          <Form method="post" className="mt-3" noValidate>
            <ErrorSummary title={words.refused} faults={faultsOf(slip?.errors)} answer={slip} />
            <input type="hidden" name="intent" value="slip" />
            <input type="hidden" name="milestoneId" value={id} />
            <TextField
              label={words.slipTo}
              name="to"
              id={`to-${id}`}
              type="date"
              error={slip?.errors.to}
              defaultValue={slip?.values.to ?? plannedTo}
              required
            />
            <TextAreaField
              label={words.slipWhy}
              name="reason"
              id={`reason-${id}`}
              error={slip?.errors.reason}
              hint={words.slipHint}
              defaultValue={slip?.values.reason ?? ''}
              rows={2}
              required
            />
            <button className="btn mt-3" type="submit">
              {words.saveSlip}
              <span className="vh">{words.ofMilestone(title)}</span>
            </button>
          </Form>
        </details>
        <PostButton
          fields={{ intent: 'remove', milestoneId: id }}
          className="btn quiet sm"
          label={words.removeOf(title)}
        >
          {words.remove}
        </PostButton>
      </div>
    </li>
  );
}

/** Nothing is planned yet: the season’s steps in one gesture. */
export function NoMilestone({ mayPlan, refused }: { mayPlan: boolean; refused: Refused | undefined }) {
  const said = refusedOf(refused, 'season');
  return (
    <div className="empty">
      <h3>{words.empty}</h3>
      <p>{words.emptyText}</p>
      <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
      {mayPlan ? (
        <PostButton fields={{ intent: 'season' }} className="btn primary">
          {words.planSeason}
        </PostButton>
      ) : (
        <p>{words.needsDays}</p>
      )}
    </div>
  );
}

/** One more milestone. */
export function AddMilestone({ refused }: { refused: Refused | undefined }) {
  const said = refusedOf(refused, 'add');
  return (
    <section className="plate mt-12" aria-labelledby="add">
      <h2 id="add" className="mb-4">
        {words.add}
      </h2>
      <Form method="post" className="max-w-3xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="add" />
        <TextField
          label={words.addTitle}
          name="title"
          error={said?.errors.title}
          defaultValue={said?.values.title ?? ''}
          required
        />
        <div className="flex flex-wrap items-end gap-4 mt-4 [&>.field+.field]:mt-0">
          <TextField
            label={words.addFrom}
            name="from"
            type="date"
            defaultValue={said?.values.from ?? ''}
            required
          />
          <TextField
            label={words.addTo}
            name="to"
            type="date"
            error={said?.errors.to}
            defaultValue={said?.values.to ?? ''}
            required
          />
          <button className="btn" type="submit">
            {words.addSubmit}
          </button>
        </div>
      </Form>
    </section>
  );
}
