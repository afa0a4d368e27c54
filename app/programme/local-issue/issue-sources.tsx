import { MessageCircle, Newspaper } from 'lucide-react';
import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { localIssue as words } from '#shared/programme/local-issue/local-issue.fr.ts';
import type { Heard, IssueSource } from '#shared/programme/local-issue/local-issue.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField, TextAreaField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface SourcesProps {
  readonly sources: readonly IssueSource[];
  readonly mayWrite: boolean;
  /** What may be linked; null for those who do not write it. */
  readonly heard: Heard | null;
  readonly error: string | undefined;
  readonly answer: unknown;
}

/** [LI4] Where the challenge comes from: what was heard, and what was read. */
export function IssueSources({ sources, mayWrite, heard, error, answer }: SourcesProps) {
  const said = words.sources;
  return (
    <section className="plate" aria-labelledby="sources">
      <header>
        <h2 id="sources">{said.title}</h2>
        {heard && <Link to={programmePaths.heard()}>{said.heard}</Link>}
      </header>
      {sources.length === 0 && <p className="muted">{said.none}</p>}
      <ul className="ruled">
        {sources.map((source) => {
          const name = source.kind === 'note' ? source.title : (source.person?.name ?? said.interview);
          return (
            <li key={source.id} className="item">
              {source.kind === 'note' ? (
                <Newspaper className="icon" aria-hidden="true" />
              ) : (
                <MessageCircle className="icon" aria-hidden="true" />
              )}
              <div className="min-w-0 break-words">
                <Source source={source} />
                {source.quotation && (
                  <blockquote className="mt-2 whitespace-pre-line">
                    «{'\u202f'}
                    {source.quotation}
                    {'\u202f'}»
                  </blockquote>
                )}
                {source.isCityOnly && source.quotation && <p className="small warning">{said.cityOnly}</p>}
              </div>
              {mayWrite && (
                <PostButton
                  fields={{ intent: 'unlink', source: source.id }}
                  label={said.removeOf(name)}
                  className="btn quiet sm"
                >
                  {said.remove}
                </PostButton>
              )}
            </li>
          );
        })}
      </ul>
      {heard && (
        <details className="fold mt-4" open={error !== undefined} key={sources.length}>
          <summary className="btn sm">{said.add}</summary>
          {heard.interviews.length + heard.notes.length === 0 ? (
            <p className="mt-3">
              {said.nothing} <Link to={programmePaths.heard()}>{said.heard}</Link>
            </p>
          ) : (
            <Form method="post" className="card mt-3" noValidate>
              {error && (
                <ErrorSummary
                  title={words.refused}
                  faults={[{ field: 'of', message: error }]}
                  answer={answer}
                />
              )}
              <input type="hidden" name="intent" value="link" />
              <SelectField label={said.which} name="of" error={error}>
                <optgroup label={words.heard.interviews}>
                  {heard.interviews.map(({ id, personName, personFunction, metOn }) => (
                    <option key={id} value={`interview:${id}`}>
                      {[personName, personFunction, dates.short(new Date(`${metOn}T12:00:00Z`))]
                        .filter(Boolean)
                        .join(', ')}
                    </option>
                  ))}
                </optgroup>
                <optgroup label={words.heard.notes}>
                  {heard.notes.map(({ id, title }) => (
                    <option key={id} value={`note:${id}`}>
                      {title}
                    </option>
                  ))}
                </optgroup>
              </SelectField>
              <TextAreaField label={said.quotation} name="quotation" hint={said.quotationHint} rows={3} />
              <button className="btn primary mt-4" type="submit">
                {said.link}
              </button>
            </Form>
          )}
        </details>
      )}
    </section>
  );
}

function Source({ source }: { source: IssueSource }) {
  const said = words.sources;
  if (source.kind === 'note')
    return (
      <>
        <a href={source.url} rel="noreferrer">
          {source.title}
        </a>
        <p className="whitespace-pre-line">{source.says}</p>
      </>
    );
  if (!source.person) return <p>{said.hidden}</p>;
  const { name, said: role, metOn } = source.person;
  return (
    <>
      <strong>{name}</strong>
      <p className="muted small">
        {[role, said.met(dates.short(new Date(`${metOn}T12:00:00Z`)))].filter(Boolean).join('. ')}
      </p>
    </>
  );
}
