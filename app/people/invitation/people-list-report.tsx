import { Form, useNavigation } from 'react-router';
import { peopleList as words } from '#shared/people/invitation/people-list.fr.ts';
import { DataTable } from '../../ui/records/data-table.tsx';
import { Findings } from '../../ui/records/findings.tsx';
import { ShownAnswer } from '../../ui/shown-answer.tsx';
import type { PeopleListView } from './people-list-view.ts';

type Ready = Extract<PeopleListView, { state: 'ready' }>;

/** [IB2] What the list does, before it is done: who is invited, what is left out, and the one button that sends. */
export function PeopleListReport({ view }: { view: Ready }) {
  const navigation = useNavigation();
  const isSending = navigation.state !== 'idle' && navigation.formData?.get('intent') === 'invite';
  return (
    <section className="plate mt-8 stack-lg" aria-labelledby="report">
      <header>
        <ShownAnswer answer={view}>
          <h2 id="report">{words.report}</h2>
        </ShownAnswer>
      </header>
      <p>{view.summary}</p>
      {view.mayInvite > 0 && (
        <Form method="post" encType="multipart/form-data" className="row">
          <input type="hidden" name="text" value={view.text} />
          <button
            className="btn primary"
            type="submit"
            name="intent"
            value="invite"
            aria-disabled={isSending}
          >
            {isSending ? words.sending : words.mayGo(view.mayInvite)}
          </button>
          <span className="vh" role="status">
            {isSending && words.sending}
          </span>
        </Form>
      )}
      {(['faults', 'notes'] as const).map((kind) => (
        <Findings
          key={kind}
          title={kind === 'faults' ? words.toMend : words.toSee}
          columns={[words.line, words.what]}
          rows={view[kind]}
          more={view.hidden[kind] > 0 ? words.more(view.hidden[kind]) : undefined}
        />
      ))}
      {view.people.length > 0 && <People people={view.people} hidden={view.hidden.people} />}
    </section>
  );
}

function People({ people, hidden }: { people: Ready['people']; hidden: number }) {
  return (
    <div>
      <h3 className="mb-2">{words.whom}</h3>
      <DataTable caption={words.whomCaption}>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.organisation}</th>
            <th scope="col">{words.groups}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ line, name, email, organisation, groups }) => (
            <tr key={line}>
              <th scope="row">
                {name}
                <br />
                <span className="muted small break-words">{email}</span>
              </th>
              <td>{organisation ?? <span className="muted">{words.none}</span>}</td>
              <td>{groups.length > 0 ? groups.join(', ') : <span className="muted">{words.none}</span>}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {hidden > 0 && <p className="muted mt-3">{words.more(hidden)}</p>}
    </div>
  );
}
