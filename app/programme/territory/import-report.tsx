import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Form, useNavigation } from 'react-router';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import type { FindingRow, ReportedView } from './import-view.ts';

const words = territory.admin;

/** What came of the file: the counts and a button to import it, or every point to mend with its line. */
export function ImportReport({ view }: { view: ReportedView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The report answers the form above it: focus goes there. A refusal has already taken it, in its summary.
  useEffect(() => {
    if (view.state !== 'refused') heading.current?.focus();
  }, [view]);
  return (
    <section className="plate mt-8" aria-labelledby="report" id="rapport">
      <header>
        <h2 id="report" ref={heading} tabIndex={-1} className="break-words min-w-0">
          {words.report(view.fileName)}
        </h2>
      </header>
      {view.state === 'refused' ? <Refused view={view} /> : <Accepted view={view} />}
    </section>
  );
}

function Refused({ view }: { view: Extract<ReportedView, { state: 'refused' }> }) {
  return (
    <>
      <Findings title={words.toMend} caption={words.toMendCaption} rows={view.findings} />
      {view.hidden > 0 && <p className="muted mt-3">{words.more(view.hidden)}</p>}
    </>
  );
}

function Accepted({ view }: { view: Extract<ReportedView, { state: 'ready' | 'done' }> }) {
  const navigation = useNavigation();
  const isImporting = navigation.state !== 'idle' && navigation.formData?.has('content') === true;
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
          <input type="hidden" name="content" value={view.content} />
          <input type="hidden" name="fileName" value={view.fileName} />
          <button className="btn primary" type="submit" aria-disabled={isImporting}>
            {isImporting ? words.confirming : words.confirm}
          </button>
          <span className="vh" role="status">
            {isImporting && words.confirming}
          </span>
        </Form>
      )}
      {view.warnings.length > 0 && (
        <Findings title={words.toSee} caption={words.toSeeCaption} rows={view.warnings} />
      )}
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

function Findings({ title, caption, rows }: { title: string; caption: string; rows: readonly FindingRow[] }) {
  return (
    <div>
      <h3 className="mb-2">{title}</h3>
      <div className="tablewrap">
        <table>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="num w-16">
                {words.line}
              </th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, sentence }) => (
              <tr key={`${line} ${sentence}`}>
                <th scope="row" className="num">
                  {line ?? words.wholeFile}
                </th>
                <td className="break-words">{sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
