import { CircleAlert } from 'lucide-react';
import type { MouseEvent } from 'react';
import { ShownAnswer } from './shown-answer.tsx';

/** One fault of a form. `field` is the id of the control to go to; none when the fault is of the whole form. */
export interface FormFault {
  readonly field?: string | undefined;
  readonly message: string;
}

type ByField = Readonly<Partial<Record<string, string>>>;

/**
 * Faults from sentences by field, in the order of the form; the name '' is the whole form. A sentence that is said of several
 * fields begins with the label of each.
 */
export function faultsOf(errors: ByField | undefined, labels: ByField = {}): FormFault[] {
  const said = Object.entries(errors ?? {}).flatMap(([field, message]) =>
    message ? [{ field, message }] : [],
  );
  return said.map(({ field, message }) => {
    const label = labels[field];
    const isOfSeveral = said.filter((other) => other.message === message).length > 1;
    return {
      field: field || undefined,
      message: label && isOfSeveral ? `${label}\u00a0: ${message}` : message,
    };
  });
}

interface ErrorSummaryProps {
  readonly title: string;
  readonly faults: readonly FormFault[];
  /** What the action answered: each new answer takes the focus again, another drawing of the page does not. */
  readonly answer: unknown;
}

const CONTROL = 'input, select, textarea, button';

/** With script, to the field itself: followed as an address, the link would be a page of its own, on which nothing was refused. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const place = document.getElementById(event.currentTarget.hash.slice(1));
  const control = place?.matches(CONTROL) ? place : place?.querySelector<HTMLElement>(CONTROL);
  if (!control) return;
  event.preventDefault();
  control.focus();
}

/**
 * What is wrong with a form, above it. Takes the focus each time a submission is refused, so that a screen reader says it
 * and the next Tab reaches the first link; without script the browser gives it by `autofocus`.
 */
export function ErrorSummary({ title, faults, answer }: ErrorSummaryProps) {
  if (faults.length === 0) return null;
  return (
    <ShownAnswer className="note danger mb-4" role="alert" answer={answer}>
      <CircleAlert className="icon" aria-hidden="true" />
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        <ul>
          {faults.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field ? (
                <a href={`#${field}`} onClick={goToField}>
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </ShownAnswer>
  );
}
