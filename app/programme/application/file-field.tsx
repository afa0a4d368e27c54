import { useRef, useState } from 'react';
import { applicationForm as words } from '#shared/programme/application/application-form.fr.ts';
import type { SimpleField } from '#shared/programme/application/form.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Field } from '../../ui/field.tsx';
import { sendBody } from '../../ui/late/send-body.ts';
import { useFormContext } from './form-world.ts';

interface Taken {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

/** A file as an answer: sent at once, replaced by the next one. */
export function FileField({
  field,
  address,
  error,
}: {
  field: SimpleField;
  address: string;
  error: string | undefined;
}) {
  const { doc, raw, edit, applicationId } = useFormContext();
  const [sending, setSending] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const stored = raw.values[address];
  const file = typeof stored === 'object' ? stored : null;
  const action = programmePaths.applicationFiles({ id: applicationId }, address);

  async function send(chosen: File) {
    const body = new FormData();
    body.append('file', chosen);
    setRefused(null);
    setSending(0);
    const sent = await sendBody<Taken, string>(action, body, {
      isCode: (said): said is string => said in words.fileErrors,
      onProgress: setSending,
    }).done;
    setSending(null);
    if (input.current) input.current.value = '';
    if ('taken' in sent) edit({ kind: 'value', address, value: sent.taken });
    else setRefused(words.fileErrors[sent.refused] ?? words.fileLost);
  }

  return (
    <Field
      label={field.label}
      required={field.isRequired}
      name={address}
      hint={[field.help, words.fileHint(field.formats)].filter(Boolean).join(' ')}
      error={refused ?? error}
    >
      {(control) => (
        <div>
          {file && (
            <p className="row mb-2">
              <a href={programmePaths.applicationFile({ id: applicationId }, file.fileId)}>{file.name}</a>
              <span className="muted small">{words.size(file.size)}</span>
              {doc && (
                <button
                  className="btn quiet sm"
                  type="button"
                  onClick={() => edit({ kind: 'value', address, value: null })}
                >
                  {words.removeFile}
                  <span className="vh">{words.removeFileOf(file.name)}</span>
                </button>
              )}
            </p>
          )}
          <input
            className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
            type="file"
            accept={field.formats.map((ending) => `.${ending}`).join(',') || undefined}
            {...control}
            name="file"
            ref={input}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (doc && chosen) void send(chosen);
            }}
          />
          {!doc && (
            <p className="mt-2">
              <button
                className="btn sm"
                type="submit"
                formAction={action}
                formEncType="multipart/form-data"
                formNoValidate
              >
                {words.sendFile}
              </button>
            </p>
          )}
          <span role="status" className="small">
            {sending !== null && words.sending(sending)}
          </span>
        </div>
      )}
    </Field>
  );
}
