import { Form, Link } from 'react-router';
import { committee as words } from '#shared/programme/assessment/committee.fr.ts';
import { OUTCOMES } from '#shared/programme/assessment/decision.ts';
import type { SheetRow } from '#shared/programme/assessment/sheet.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';

type Typed = Readonly<Partial<Record<string, string>>>;

/** The decision on each application: open to whoever may see its marks. */
export function Decisions({
  rows,
  mayManage,
  errors,
  typed,
}: {
  rows: readonly SheetRow[];
  /** To make an experiment of what was selected. */
  mayManage: boolean;
  errors: Readonly<Partial<Record<string, string>>>;
  /** What was refused, and of which application. */
  typed: Typed | null;
}) {
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{words.columns.decision}</h2>
      <ul className="ruled">
        {rows
          .filter(({ recusal, isBlind }) => recusal === null && !isBlind)
          .map((row) => (
            <li key={row.id} id={`decision-${row.id}`}>
              <DecisionOf
                row={row}
                mayManage={mayManage}
                errors={typed?.applicationId === row.id ? errors : {}}
                typed={typed}
              />
            </li>
          ))}
      </ul>
    </section>
  );
}

function DecisionOf({
  row,
  mayManage,
  errors,
  typed,
}: {
  row: SheetRow;
  mayManage: boolean;
  errors: Readonly<Partial<Record<string, string>>>;
  typed: Typed | null;
}) {
  const { decision, announced } = row;
  const mine = typed?.applicationId === row.id ? typed : null;
  const said = decision?.outcome ? words.outcomeOf(decision.outcome, decision.waitingRank) : words.undecided;
  return (
    <>
      <details open={mine !== null}>
        <summary>
          <strong>{row.title}</strong> <span className="muted small">{row.number}</span>
          {' · '}
          {said}
        </summary>
        <Form method="post" className="mt-3" key={decision?.rank ?? 0}>
          <input type="hidden" name="intent" value="decide" />
          <input type="hidden" name="applicationId" value={row.id} />
          <SelectField
            label={words.outcome}
            name="outcome"
            id={`outcome-${row.id}`}
            defaultValue={mine?.outcome ?? decision?.outcome ?? ''}
            error={errors.outcome}
          >
            <option value="">{words.none}</option>
            {optionsOf(OUTCOMES, words.outcomes)}
          </SelectField>
          <TextField
            label={words.waitingRank}
            name="waitingRank"
            id={`waitingRank-${row.id}`}
            inputMode="numeric"
            defaultValue={mine?.waitingRank ?? decision?.waitingRank ?? ''}
            error={errors.waitingRank}
          />
          <TextAreaField
            label={words.motivation}
            hint={words.motivationHint}
            name="motivation"
            id={`motivation-${row.id}`}
            rows={4}
            maxLength={5_000}
            defaultValue={mine?.motivation ?? decision?.motivation ?? ''}
            error={errors.motivation}
          />
          <button className="btn primary mt-3" type="submit" aria-label={words.decideOf(row.title)}>
            {words.saveDecision}
          </button>
        </Form>
      </details>
      {announced?.outcome === 'selected' &&
        (row.experimentId ? (
          <Link
            className="btn sm mt-2"
            to={programmePaths.experiment({ id: row.experimentId })}
            aria-label={words.experimentOf(row.title)}
          >
            {words.experiment}
          </Link>
        ) : (
          mayManage && (
            <PostButton
              fields={{ intent: 'convert', applicationId: row.id }}
              className="btn sm mt-2"
              label={words.toExperimentOf(row.title)}
            >
              {words.toExperiment}
            </PostButton>
          )
        ))}
    </>
  );
}
