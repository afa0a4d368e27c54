import { useState } from 'react';
import { Form } from 'react-router';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { NOTE_MAX } from '#shared/library/resource/resource.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { FileSource } from './file-source.tsx';
import type { FileLimits, ReceivedUpload } from './typed-form.ts';

const words = resource.page;

interface NewVersionProps {
  readonly groupId: string;
  readonly limits: FileLimits;
  readonly refused:
    | {
        readonly errors: Readonly<Partial<Record<string, string>>>;
        readonly values: { readonly note: string; readonly upload: ReceivedUpload | null };
      }
    | undefined;
}

/** [RS7] The form that gives a resource the next version of its file. */
export function NewVersion({ groupId, limits, refused }: NewVersionProps) {
  const [isBusy, setBusy] = useState(false);
  const errors = refused?.errors ?? {};
  const received = refused?.values.upload ?? null;
  return (
    <Form method="post" encType="multipart/form-data" className="card mt-3" noValidate>
      <ErrorSummary title={words.addFaults} faults={faultsOf(errors)} answer={refused} />
      <FileSource
        key={received?.id}
        place={{ groupId }}
        limits={limits}
        received={received}
        error={errors.file}
        onBusy={setBusy}
      />
      <div className="mt-4">
        <TextField
          label={words.note}
          name="note"
          hint={words.noteHint}
          error={errors.note}
          defaultValue={refused?.values.note}
          maxLength={NOTE_MAX}
          autoComplete="off"
        />
      </div>
      <p className="mt-4">
        <button
          className="btn primary"
          type="submit"
          name="intent"
          value="addVersion"
          aria-disabled={isBusy}
          onClick={(event) => isBusy && event.preventDefault()}
        >
          {isBusy ? resource.upload.wait : words.addSubmit}
        </button>
      </p>
    </Form>
  );
}
