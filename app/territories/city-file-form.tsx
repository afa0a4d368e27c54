import { Form, useNavigation } from 'react-router';
import { territory } from '#shared/messages/fr/territory.ts';
import { Field } from '../ui/field.tsx';

const words = territory.admin;

/** Sends a file to be checked. It works without script: the answer is the page with its report. */
export function CityFileForm({ error, isFirst }: { error: string | null; isFirst: boolean }) {
  const navigation = useNavigation();
  const isChecking = navigation.state !== 'idle' && navigation.formData?.has('file') === true;
  return (
    <Form method="post" encType="multipart/form-data" className="card" aria-labelledby="choose">
      <h2 id="choose" className="mb-4">
        {isFirst ? words.choose : words.chooseAnother}
      </h2>
      <Field label={words.file} name="file" hint={words.fileHint} error={error ?? undefined}>
        {(control) => (
          <input
            className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
            type="file"
            accept=".csv,text/csv,text/plain"
            {...control}
          />
        )}
      </Field>
      <p className="row mt-4">
        <button className={isFirst ? 'btn primary' : 'btn'} type="submit" aria-disabled={isChecking}>
          {isChecking ? words.checking : words.check}
        </button>
        <span className="vh" role="status">
          {isChecking && words.checking}
        </span>
      </p>
    </Form>
  );
}
