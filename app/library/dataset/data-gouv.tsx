import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { DataGouvRecord } from '#shared/library/dataset/data-gouv.ts';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import { TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface DataGouvProps {
  readonly record: DataGouvRecord | null;
  readonly readAt: Date | null;
  readonly mayChange: boolean;
  /** The installation asks data.gouv.fr. */
  readonly isOn: boolean;
  readonly error: string | undefined;
}

/** What data.gouv.fr says of the same data, as it was when it was last read. */
export function DataGouv({ record, readAt, mayChange, isOn, error }: DataGouvProps) {
  if (!record && !(isOn && mayChange)) return null;
  const said = words.dataGouvFacts;
  return (
    <section className="card" aria-labelledby="data-gouv">
      <h2 id="data-gouv" className="mb-3">
        {words.dataGouv}
      </h2>
      {record && (
        <>
          <p className="font-semibold break-words">
            {record.page ? (
              <a href={record.page} rel="noreferrer">
                {record.title}
              </a>
            ) : (
              record.title
            )}
          </p>
          <dl className="facts mt-3">
            {record.organisation && (
              <>
                <dt>{said.organisation}</dt>
                <dd>{record.organisation}</dd>
              </>
            )}
            {record.licence && (
              <>
                <dt>{said.licence}</dt>
                <dd>{record.licence}</dd>
              </>
            )}
            {record.lastModified && (
              <>
                <dt>{said.lastModified}</dt>
                <dd>{dates.short(new Date(record.lastModified))}</dd>
              </>
            )}
            <dt>{said.resources}</dt>
            <dd>
              <ul>
                {record.resources.map(({ url, title, format }) => (
                  <li key={url} className="break-words">
                    <a href={url} rel="noreferrer">
                      {title}
                    </a>
                    {format && ` (${format})`}
                  </li>
                ))}
              </ul>
            </dd>
          </dl>
          {readAt && (
            <p className="muted small mt-3">
              {words.dataGouvReadAt} {dates.short(readAt)}
            </p>
          )}
        </>
      )}
      {mayChange && isOn && !record && (
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="dataGouv" />
          <TextField label={words.dataGouvField} name="record" required error={error} autoComplete="off" />
          <button className="btn mt-3" type="submit">
            {words.dataGouvLink}
          </button>
        </Form>
      )}
      {mayChange && record && (
        <div className="row mt-3">
          {isOn && (
            <PostButton fields={{ intent: 'dataGouv', record: record.id }}>
              {words.dataGouvRefresh}
            </PostButton>
          )}
          <PostButton fields={{ intent: 'forgetDataGouv' }} className="btn quiet sm">
            {words.dataGouvForget}
          </PostButton>
        </div>
      )}
      {record && error && <p className="danger mt-3">{error}</p>}
    </section>
  );
}
