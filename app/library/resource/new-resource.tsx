import { useState } from 'react';
import { Form } from 'react-router';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Asked, TextField } from '../../ui/field.tsx';
import { FileSource } from './file-source.tsx';
import { ResourceFields } from './resource-form.tsx';
import type { FileLimits, TypedForm } from './typed-form.ts';

const words = resource.form;

interface NewResourceProps {
  readonly groupId: string;
  readonly initial: TypedForm;
  readonly refused:
    | { readonly errors: Readonly<Partial<Record<string, string>>>; readonly values: TypedForm }
    | undefined;
  readonly limits: FileLimits;
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly producers: readonly string[];
}

/** The form that shares a file or a link. A file goes ahead while the rest is filled; refused, nothing of it is lost. */
export function NewResource({ groupId, initial, refused, limits, themes, producers }: NewResourceProps) {
  const [isBusy, setBusy] = useState(false);
  const values = refused?.values ?? initial;
  const errors = refused?.errors ?? {};
  const choice = (source: TypedForm['source'], label: string) => (
    <label className="check">
      <input
        type="radio"
        name="source"
        value={source}
        id={`source-${source}`}
        defaultChecked={values.source === source}
      />
      {label}
    </label>
  );
  return (
    <Form method="post" encType="multipart/form-data" className="card max-w-3xl" noValidate>
      <ErrorSummary title={words.faults} faults={faultsOf(errors)} answer={refused} />
      <ResourceFields values={values} errors={errors} themes={themes} producers={producers}>
        <fieldset className="resource-source mt-4">
          <legend className="font-semibold">
            <Asked required>{words.what}</Asked>
          </legend>
          <div className="row">
            {choice('file', words.file)}
            {choice('link', words.link)}
          </div>
          <div className="of-file mt-2 mb-4">
            <FileSource
              key={values.upload?.id}
              place={{ groupId }}
              limits={limits}
              received={values.upload}
              error={errors.file}
              onBusy={setBusy}
            />
          </div>
          <div className="of-link mt-2 mb-4">
            <TextField
              label={words.address}
              name="address"
              type="url"
              hint={words.addressHint}
              error={errors.address}
              defaultValue={values.address}
              autoComplete="off"
            />
          </div>
        </fieldset>
      </ResourceFields>
      <p className="mt-6">
        <button
          className="btn primary"
          type="submit"
          aria-disabled={isBusy}
          onClick={(event) => isBusy && event.preventDefault()}
        >
          {isBusy ? resource.upload.wait : words.submit}
        </button>
      </p>
    </Form>
  );
}
