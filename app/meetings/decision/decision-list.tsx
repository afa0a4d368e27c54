import { Link } from 'react-router';
import { wordsOf } from '#shared/documents/text/inline-markup.ts';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import type { DecisionState } from '#shared/meetings/decision/decision.ts';
import { paths } from '#shared/paths.ts';
import { StateBadge } from './state-badge.tsx';

export interface ListedDecision {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly text: string;
  readonly decidedOn: string;
  readonly isInText: boolean;
  readonly state: DecisionState;
  readonly document: { readonly id: string; readonly title: string; readonly isTrashed: boolean };
}

/** The lines of a register, each with its number, what was decided, its day, where it is written and whether it still holds. */
export function DecisionList({ decisions }: { decisions: readonly ListedDecision[] }) {
  return (
    <ol className="register" aria-label={words.title}>
      {decisions.map(({ id, year, number, text, decidedOn, isInText, state, document }) => (
        <li key={id}>
          <span className="register-number" aria-hidden="true">
            {year}-{number}
          </span>
          <div className="stack">
            <p className={state === 'repealed' ? 'register-text repealed' : 'register-text'}>
              <Link to={paths.decision(id)}>
                <span className="vh">{words.number(year, number)}, </span>
                {text}
              </Link>
            </p>
            <p className="register-facts muted small">
              <StateBadge state={state} />
              <time dateTime={decidedOn}>{wordsOf(decidedOn)}</time>
              <span>
                {document.isTrashed ? (
                  `${document.title} (${words.trashed})`
                ) : (
                  <Link to={paths.document(document)}>{document.title}</Link>
                )}
              </span>
              {!isInText && <span className="badge">{words.gone}</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
