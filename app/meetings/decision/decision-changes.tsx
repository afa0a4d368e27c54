import { X } from 'lucide-react';
import { Form, Link } from 'react-router';
import type { NamedObject } from '#shared/documents/text/object-names.ts';
import { decision } from '#shared/meetings/decision/decision.fr.ts';
import type { ChangeKind } from '#shared/meetings/decision/decision.ts';
import { paths } from '#shared/paths.ts';

const words = decision.changes;

/** One change, seen from the decision of the page. */
export interface ShownChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly isBy: boolean;
  readonly decision: {
    readonly id: string;
    readonly year: number;
    readonly number: number;
    readonly text: string;
  } | null;
  /** Null for a decision, and for an object that this person may not see. */
  readonly object: NamedObject | null;
  readonly isObject: boolean;
}

/** [DA4] What a decision changes, and what later ones made of it. */
export function DecisionChanges({
  changes,
  canChange,
}: {
  changes: readonly ShownChange[];
  canChange: boolean;
}) {
  const [by, from] = [changes.filter(({ isBy }) => isBy), changes.filter(({ isBy }) => !isBy)];
  return (
    <>
      <section aria-labelledby="change">
        <h2 id="change">{words.does}</h2>
        {by.length === 0 ? (
          <p className="muted">{words.none}</p>
        ) : (
          <ul className="ruled">
            {by.map((change) => (
              <li key={change.id} className="row between">
                <span>
                  {words.by[change.kind]} <Target change={change} />
                </span>
                {canChange && <Remove change={change} />}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="changee">
        <h2 id="changee">{words.undergoes}</h2>
        {from.length === 0 ? (
          <p className="muted">{words.untouched}</p>
        ) : (
          <ul className="ruled">
            {from.map((change) => (
              <li key={change.id}>
                {words.from[change.kind]} <Target change={change} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Target({ change: { decision: other, object, isObject } }: { change: ShownChange }) {
  if (isObject) {
    if (!object) return <span className="muted">{words.hiddenObject}</span>;
    return object.href === null ? object.name : <Link to={object.href}>{object.name}</Link>;
  }
  if (!other) return <span className="muted">{words.hidden}</span>;
  return (
    <>
      <Link to={paths.decision(other.id)}>{decision.number(other.year, other.number)}</Link>
      <span className="muted small"> {other.text}</span>
    </>
  );
}

function nameOf({ decision: other, object }: ShownChange): string {
  return other ? decision.number(other.year, other.number) : (object?.name ?? words.hiddenObject);
}

function Remove({ change }: { change: ShownChange }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="change" value={change.id} />
      <button className="btn sm quiet" type="submit" aria-label={words.removeNamed(nameOf(change))}>
        <X className="icon" aria-hidden="true" />
        {words.remove}
      </button>
    </Form>
  );
}
