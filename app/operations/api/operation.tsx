import { developers as words } from '#shared/operations/api/developers.fr.ts';
import type { ReferenceField, ReferenceOperation } from './reference.ts';

/** One operation: its address, what it asks and what it answers. */
export function Operation({ operation }: { operation: ReferenceOperation }) {
  const { id, method, path, summary, scope, isPublic, parameters, bodyTypes, body } = operation;
  const { status, answerTypes, answer } = operation;
  return (
    <article className="api-operation" aria-labelledby={`operation-${id}`}>
      <h4 id={`operation-${id}`}>{summary}</h4>
      <p className="api-address">
        <code>
          <strong>{method}</strong> {path}
        </code>
      </p>
      <p className="small muted">
        {scope === null ? (
          words.noScope(isPublic)
        ) : (
          <>
            {words.scope}{' '}
            <a href={`#portee-${scope.replace(':', '-')}`}>
              <code>{scope}</code>
            </a>
          </>
        )}
      </p>
      {parameters.length > 0 && <Fields title={words.parameters} of={summary} fields={parameters} />}
      {bodyTypes.length > 0 && (
        <p className="small">
          {words.body} <code>{bodyTypes.join(', ')}</code>
        </p>
      )}
      {body.length > 0 && <Fields title={words.body} of={summary} fields={body} />}
      {answer.length > 0 ? (
        <Fields title={words.answer(status)} of={summary} fields={answer} isAnswer />
      ) : (
        <p className="small">
          <strong>{words.answer(status)}</strong>{' '}
          {answerTypes.length > 0 ? words.asFile(answerTypes) : words.nothing}
        </p>
      )}
    </article>
  );
}

function Fields({
  title,
  of,
  fields,
  isAnswer = false,
}: {
  title: string;
  of: string;
  fields: readonly ReferenceField[];
  isAnswer?: boolean;
}) {
  return (
    <details open={!isAnswer}>
      <summary>{title}</summary>
      <table className="records api-fields">
        <caption className="vh">{`${title} · ${of}`}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.type}</th>
            {!isAnswer && <th scope="col">{words.columns.said}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, type, isRequired, said }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td data-l={words.columns.type}>{type}</td>
              {!isAnswer && (
                <td data-l={words.columns.said}>
                  {[isRequired ? words.required : words.optional, said].filter(Boolean).join(', ')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
