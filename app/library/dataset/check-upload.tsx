import { useRef, useState } from 'react';
import { Form, useNavigate } from 'react-router';
import { fileHeaders } from '#shared/kernel/sent-file.ts';
import { CHECK_MAX_BYTES } from '#shared/library/dataset/check.ts';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { paths } from '#shared/paths.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { sendBody } from '../../ui/late/send-body.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { PostButton } from '../../ui/post-button.tsx';

type Refusal = keyof typeof words.refusals;
const isRefusal = (said: string): said is Refusal => said in words.refusals;

interface CheckUploadProps {
  readonly checkId: string;
  readonly error: string | undefined;
  readonly answer: unknown;
  /** Files of the data set that are ours. */
  readonly stored: readonly { readonly fileId: string; readonly name: string }[];
}

/** Sends the file of a check: as the body of a request where there is script, which has no limit but the check's own; as a form without. */
export function CheckUpload({ checkId, error, answer, stored }: CheckUploadProps) {
  const [percent, setPercent] = useState<number | null>(null);
  const [refused, setRefused] = useState<{ message: string } | null>(null);
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const said = refused?.message ?? error;

  const send = async (form: HTMLFormElement) => {
    const file = input.current?.files?.[0];
    if (!file) return setRefused({ message: words.refusals['dataset.fileMissing'] });
    setPercent(0);
    const sheet = String(new FormData(form).get('sheet') ?? '');
    const sending = sendBody<unknown, Refusal>(
      `${paths.checkFile(checkId)}?feuille=${encodeURIComponent(sheet)}`,
      file,
      {
        headers: fileHeaders(file.name),
        isCode: isRefusal,
        onProgress: setPercent,
      },
    );
    const result = await sending.done;
    setPercent(null);
    if ('taken' in result) return navigate(paths.check(checkId), { replace: true });
    const code = isRefusal(result.refused) ? result.refused : 'dataset.fileLost';
    setRefused({ message: words.refusals[code] });
  };

  return (
    <Plate id="file-step" title={words.stepFile} className="max-w-3xl">
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <ErrorSummary
          title={words.refused}
          faults={said ? [{ field: 'file', message: said }] : []}
          answer={refused ?? answer}
        />
        <Field
          label={words.file}
          name="file"
          required
          hint={words.fileHint(dataset.size(CHECK_MAX_BYTES))}
          error={said}
        >
          {(control) => (
            <input
              ref={input}
              className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
              type="file"
              accept=".csv,.txt,.tsv,.xlsx,.ods"
              {...control}
            />
          )}
        </Field>
        <TextField
          label={words.sheet}
          name="sheet"
          hint={words.sheetHint}
          autoComplete="off"
          maxLength={100}
        />
        <p className="row mt-4">
          <button className="btn primary" type="submit" aria-disabled={percent !== null}>
            {words.start}
          </button>
          <span role="status">{percent !== null && words.sending(percent)}</span>
        </p>
      </Form>
      {stored.length > 0 && (
        <div className="mt-6">
          <h3 className="mb-2">{words.storedTitle}</h3>
          <div className="row">
            {stored.map(({ fileId, name }) => (
              <PostButton key={fileId} fields={{ intent: 'stored', fileId }}>
                {name}
              </PostButton>
            ))}
          </div>
        </div>
      )}
    </Plate>
  );
}
