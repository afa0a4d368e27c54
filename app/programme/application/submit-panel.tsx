import { Form } from 'react-router';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { AnswerFaults } from './application-faults.ts';

/** Where the submission stands, as the page knows it. */
export interface SubmitState {
  /** Asked twice, it is submitted once. */
  readonly key: string;
  readonly mayLead: boolean;
  readonly window: 'open' | 'late' | 'closed';
}

interface SubmitPlateProps {
  readonly state: SubmitState;
  readonly what: keyof typeof words.submit.of;
  readonly faults: AnswerFaults;
  /** Everything that was written here is stored. */
  readonly isSettled: boolean;
}

/** What is left to do, each with the way to it; then the button. */
export function SubmitPlate({ state, what, faults, isSettled }: SubmitPlateProps) {
  const { missing, warnings } = faults;
  const said = { ...words.submit, ...words.submit.of[what] };
  const isDeposit = what === 'deposit';
  return (
    <section className="plate max-w-3xl" id="depot" aria-labelledby="depot-titre">
      <header>
        <h2 id="depot-titre">{said.title}</h2>
      </header>
      {state.window === 'closed' && isDeposit && <Notice kind="warning">{said.closed}</Notice>}
      {state.window === 'late' && isDeposit && <Notice kind="warning">{said.late}</Notice>}
      {missing.length > 0 && (
        <>
          <p className="font-semibold">{said.missing(missing.length)}</p>
          <ToDoList items={missing} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <p className="font-semibold mt-4">{said.warnings}</p>
          <ToDoList items={warnings} />
        </>
      )}
      {missing.length === 0 && <p>{said.ready}</p>}
      {!state.mayLead ? (
        <p className="muted mt-4">{said.notLead}</p>
      ) : (
        (!isDeposit || state.window !== 'closed') && (
          <Form
            method="post"
            className="mt-4"
            onSubmit={(event) => {
              if (!isSettled) event.preventDefault();
            }}
          >
            <input type="hidden" name="intent" value={what === 'complement' ? 'handIn' : 'submit'} />
            <input type="hidden" name="key" value={state.key} />
            <button
              className="btn primary"
              type="submit"
              aria-disabled={!isSettled}
              aria-describedby="depot-attente"
            >
              {said.button}
            </button>
            <span className="muted small ml-2" id="depot-attente" role="status">
              {!isSettled && said.wait}
            </span>
          </Form>
        )
      )}
    </section>
  );
}

function ToDoList({ items }: { items: AnswerFaults['missing'] }) {
  return (
    <ul className="mt-2">
      {items.map(({ address, label, message }) => (
        <li key={`${address} ${message}`}>
          <a href={`#${address}`} onClick={(event) => goTo(address) && event.preventDefault()}>
            {label}
          </a>{' '}
          <span className="muted">{message}</span>
        </li>
      ))}
    </ul>
  );
}

/** The field itself takes the focus, so that one goes on by keyboard. */
function goTo(address: string): boolean {
  const element = document.getElementById(address);
  element?.focus();
  element?.scrollIntoView({ block: 'center' });
  return element !== null;
}
