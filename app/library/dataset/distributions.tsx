import { File, Link2 } from 'lucide-react';
import { Form } from 'react-router';
import { dataset as words } from '#shared/library/dataset/dataset.fr.ts';
import type { Distribution } from '#shared/library/dataset/dataset-record.ts';
import { paths } from '#shared/paths.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface DistributionsProps {
  readonly distributions: readonly Distribution[];
  readonly mayChange: boolean;
  /** Files are the group's; addresses are whoever's reads the record. */
  readonly mayReadFiles: boolean;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly answer: unknown;
}

/** Where the data are: files of ours and addresses of others. */
export function Distributions({
  distributions,
  mayChange,
  mayReadFiles,
  errors,
  answer,
}: DistributionsProps) {
  return (
    <Plate id="distributions" title={words.distributions}>
      {distributions.length === 0 && <p className="muted">{words.noDistributions}</p>}
      <ul className="ruled">
        {distributions.map((distribution) => (
          <li key={distribution.id} className="item">
            {distribution.fileId ? (
              <File className="icon" aria-hidden="true" />
            ) : (
              <Link2 className="icon" aria-hidden="true" />
            )}
            <div className="min-w-0 break-words">
              <Name distribution={distribution} mayReadFiles={mayReadFiles} />
              <p className="muted">
                {[
                  distribution.format,
                  distribution.bytes === null ? '' : words.size(distribution.bytes),
                  distribution.encoding,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {mayChange && (
              <PostButton
                fields={{ intent: 'removeDistribution', distribution: distribution.id }}
                label={words.removeOne(distribution.name)}
                className="btn quiet sm"
              >
                {words.remove}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <AddForms errors={errors} answer={answer} />}
    </Plate>
  );
}

function Name({
  distribution: { name, url, fileId },
  mayReadFiles,
}: {
  distribution: Distribution;
  mayReadFiles: boolean;
}) {
  const href = url ?? (fileId && mayReadFiles ? paths.file(fileId) : null);
  return href ? (
    <a href={href} rel="noreferrer">
      {name}
    </a>
  ) : (
    <strong>{name}</strong>
  );
}

function AddForms({ errors, answer }: Pick<DistributionsProps, 'errors' | 'answer'>) {
  const isUrl = 'url' in errors || 'name' in errors;
  const isFile = 'file' in errors;
  return (
    <div className="row mt-4 items-start">
      <details className="fold" open={isUrl}>
        <summary className="btn sm">{words.addUrl}</summary>
        <Form method="post" className="card mt-3" noValidate>
          {isUrl && <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={answer} />}
          <input type="hidden" name="intent" value="addUrl" />
          <TextField
            label={words.distributionUrl}
            name="url"
            type="url"
            error={errors.url}
            required
            autoComplete="off"
          />
          <TextField
            label={words.distributionName}
            name="name"
            error={errors.name}
            maxLength={200}
            autoComplete="off"
          />
          <TextField
            label={words.distributionFormat}
            name="format"
            hint={words.distributionFormatHint}
            maxLength={40}
            autoComplete="off"
          />
          <TextField label={words.distributionEncoding} name="encoding" maxLength={40} autoComplete="off" />
          <button className="btn primary mt-4" type="submit">
            {words.add}
          </button>
        </Form>
      </details>
      <details className="fold" open={isFile}>
        <summary className="btn sm">{words.addFile}</summary>
        <Form method="post" encType="multipart/form-data" className="card mt-3" noValidate>
          {isFile && <ErrorSummary title={words.refused} faults={faultsOf(errors)} answer={answer} />}
          <Field label={words.distributionFile} name="file" required error={errors.file}>
            {(control) => (
              <input
                className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
                type="file"
                {...control}
              />
            )}
          </Field>
          <button className="btn primary mt-4" type="submit">
            {words.add}
          </button>
        </Form>
      </details>
    </div>
  );
}
