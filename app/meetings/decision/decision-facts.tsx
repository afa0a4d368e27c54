import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { outcomeAnchor } from '#shared/documents/attribute/outcome-kind.ts';
import { wordsOf } from '#shared/documents/text/inline-markup.ts';
import { decision as words } from '#shared/meetings/decision/decision.fr.ts';
import { paths } from '#shared/paths.ts';
import type { ListedDecision } from './decision-list.tsx';
import { StateBadge } from './state-badge.tsx';

/** When, where and whether it still holds. */
export function DecisionFacts({
  decision: { id, decidedOn, state, document, isInText },
  meeting,
  register,
}: {
  decision: ListedDecision;
  /** Of which its text is the minutes; null without one. */
  meeting: {
    readonly id: string;
    readonly title: string;
    readonly organisations: readonly string[];
  } | null;
  /** Null for somebody of another group. */
  register: string | null;
}) {
  return (
    <>
      <dl className="decision-facts">
        <Fact name={words.about.state}>
          <StateBadge state={state} />
        </Fact>
        <Fact name={words.about.decidedOn}>
          <time dateTime={decidedOn}>{wordsOf(decidedOn)}</time>
        </Fact>
        {meeting && (
          <Fact name={words.about.meeting}>
            <Link to={paths.meeting(meeting)}>{meeting.title}</Link>
          </Fact>
        )}
        {meeting && meeting.organisations.length > 0 && (
          <Fact name={words.about.present}>{meeting.organisations.join(', ')}</Fact>
        )}
        <Fact name={words.about.source}>
          {document.isTrashed ? (
            `${document.title} (${words.trashed})`
          ) : (
            <Link to={paths.document(document)}>{document.title}</Link>
          )}{' '}
          {!isInText && <span className="badge">{words.gone}</span>}
        </Fact>
      </dl>
      <p className="row">
        {isInText && !document.isTrashed && (
          <Link className="btn" to={paths.documentBlock(document, outcomeAnchor(id))}>
            {words.about.paragraph}
          </Link>
        )}
        {register && (
          <Link className="btn quiet" to={register}>
            {words.about.register}
          </Link>
        )}
      </p>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
