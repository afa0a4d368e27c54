import { CircleCheck } from 'lucide-react';
import { Form, useNavigation } from 'react-router';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { DataTable } from '../../ui/records/data-table.tsx';
import { Findings } from '../../ui/records/findings.tsx';
import { ShownAnswer } from '../../ui/shown-answer.tsx';
import type { ReportedView } from './import-view.ts';

const words = territory.admin;
/** So many lines are read at a glance. */
const FEW = 12;
const COLUMNS = [words.line, words.what] as const;

/** What came of the file: the counts and a button to import it, or every point to mend with its line. */
export function ImportReport({ view }: { view: ReportedView }) {
  const heading = (
    <h2 id="report" className="break-words min-w-0">
      {words.report(view.fileName)}
    </h2>
  );
  return (
    <section className="plate mt-8" aria-labelledby="report" id="rapport">
      <header>
        {/* A refusal has the focus already, in its summary. */}
        {view.state === 'refused' ? heading : <ShownAnswer answer={view}>{heading}</ShownAnswer>}
      </header>
      {view.state === 'refused' ? <Refused view={view} /> : <Accepted view={view} />}
    </section>
  );
}

function Refused({ view }: { view: Extract<ReportedView, { state: 'refused' }> }) {
  return (
    <Findings
      title={words.toMend}
      caption={words.toMendCaption}
      columns={COLUMNS}
      rows={view.findings}
      more={view.hidden > 0 ? words.more(view.hidden) : undefined}
    />
  );
}

type Accepted = Extract<ReportedView, { state: 'ready' | 'done' }>;

function Accepted({ view }: { view: Accepted }) {
  const navigation = useNavigation();
  const isImporting =
    navigation.state !== 'idle' &&
    (navigation.formData?.has('content') || navigation.formData?.get('list') === 'confirm');
  return (
    <div className="stack-lg">
      <div className="note success">
        <CircleCheck className="icon" aria-hidden="true" />
        <div className="stack">
          <p>
            <strong>{view.state === 'done' ? words.done : words.ready}</strong>
          </p>
          {view.summary.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </div>
      {view.state === 'ready' && (
        <Form method="post" encType="multipart/form-data" className="row">
          {view.content === null ? (
            <input type="hidden" name="list" value="confirm" />
          ) : (
            <>
              <input type="hidden" name="content" value={view.content} />
              <input type="hidden" name="fileName" value={view.fileName} />
            </>
          )}
          <button className="btn primary" type="submit" aria-disabled={isImporting}>
            {isImporting ? words.confirming : words.confirm}
          </button>
          <span className="vh" role="status">
            {isImporting && words.confirming}
          </span>
        </Form>
      )}
      <Findings title={words.toSee} caption={words.toSeeCaption} columns={COLUMNS} rows={view.warnings} />
      {view.organisations.length > 0 && <Organisations rows={view.organisations} />}
      {view.kept.length > 0 && (
        <div>
          <h3 className="mb-2">{words.kept}</h3>
          <ul className="ruled">
            {view.kept.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Organisations({ rows }: { rows: Accepted['organisations'] }) {
  return (
    <details open={rows.length <= FEW}>
      <summary>
        {words.organisations} ({rows.length})
      </summary>
      <DataTable caption={words.organisationsCaption} box="mt-3">
        <thead>
          <tr>
            <th scope="col">{territory.columns.city}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, city, sentence }) => (
            <tr key={code}>
              <th scope="row">
                {city} <span className="muted">{code}</span>
              </th>
              <td className="break-words">{sentence}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  );
}
