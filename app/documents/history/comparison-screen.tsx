import { Link } from 'react-router';
import { history as words } from '#shared/documents/history/history.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { SelectField } from '../../ui/field.tsx';
import { ShownAnswer } from '../../ui/shown-answer.tsx';
import type { Comparison } from './comparison-data.ts';
import { ComparisonView } from './comparison-view.tsx';
import { DoneNotice } from './done-notice.tsx';
import type { HistoryDone } from './history-data.ts';
import { peopleNames } from './people-names.ts';

interface Choice {
  readonly seq: number;
  readonly name: string | null;
  readonly at: Date;
}

interface ComparisonScreenProps {
  readonly document: { readonly id: string; readonly title: string };
  readonly canWrite: boolean;
  readonly isSideBySide: boolean;
  /** Null when nothing was ever written. */
  readonly comparison: Comparison | null;
  readonly choices: readonly Choice[];
  readonly done: HistoryDone | null;
}

/** Two states of a document: which ones, who wrote between them, and what differs. */
export function ComparisonScreen(props: ComparisonScreenProps) {
  const { document, canWrite, isSideBySide, comparison, choices, done } = props;
  if (!comparison) return <p className="muted">{words.versions.empty}</p>;
  const { from, to, writers } = comparison;
  const after = dates.exact(to.at);
  const states = { from: from?.seq ?? 0, to: to.seq };
  return (
    <>
      {done && (
        <ShownAnswer answer={done}>
          <DoneNotice document={document} done={done} />
        </ShownAnswer>
      )}
      <p>
        {from ? words.compare.between(dates.exact(from.at), after) : words.compare.fromStart(after)}{' '}
        {writers.length > 0 && words.compare.by(peopleNames(writers))}
      </p>
      <ChooseStates document={document} choices={choices} comparison={comparison} />
      <nav className="row compare-views" aria-label={words.compare.view}>
        {[false, true].map((sideBySide) => (
          <Link
            key={String(sideBySide)}
            className="btn sm"
            to={paths.documentComparison(document, { ...states, sideBySide })}
            aria-current={sideBySide === isSideBySide ? 'true' : undefined}
            preventScrollReset
          >
            {sideBySide ? words.compare.sideBySide : words.compare.merged}
          </Link>
        ))}
      </nav>
      <ComparisonView
        key={`${states.from}-${states.to}`}
        comparison={comparison}
        isSideBySide={isSideBySide}
        canRestore={canWrite}
      />
    </>
  );
}

function ChooseStates({
  document,
  choices,
  comparison: { from, to },
}: {
  document: { id: string; title: string };
  choices: readonly Choice[];
  comparison: Comparison;
}) {
  const fields = [
    { name: 'de', label: words.compare.from, state: from },
    { name: 'a', label: words.compare.to, state: to },
  ] as const;
  return (
    <form className="row compare-states" action={paths.documentComparison(document)}>
      {fields.map(({ name, label, state }) => (
        <SelectField
          key={`${name} ${state?.seq ?? 0}`}
          label={label}
          name={name}
          defaultValue={String(state?.seq ?? 0)}
        >
          {name === 'de' && <option value="0">{words.compare.start}</option>}
          {withState(choices, state).map((choice) => (
            <option key={`${choice.seq}${choice.name ?? ''}`} value={String(choice.seq)}>
              {choice.name ?? dates.exact(choice.at)}
            </option>
          ))}
        </SelectField>
      ))}
      <button className="btn" type="submit">
        {words.compare.submit}
      </button>
    </form>
  );
}

/** The state that is shown may be none of the versions: a minute, a visit. */
function withState(choices: readonly Choice[], state: { seq: number; at: Date } | null): readonly Choice[] {
  if (!state || choices.some(({ seq }) => seq === state.seq)) return choices;
  return [...choices, { ...state, name: null }].sort(
    (a, b) => Number(b.name !== null) - Number(a.name !== null) || b.seq - a.seq,
  );
}
