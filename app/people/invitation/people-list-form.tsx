import { Form, useNavigation } from 'react-router';
import { peopleList as words } from '#shared/people/invitation/people-list.fr.ts';
import { Field } from '../../ui/field.tsx';

/** [IB1] Pastes lines or chooses a file, and sends them to be checked. It works without script. */
export function PeopleListForm({
  text,
  error,
  isFirst,
}: {
  readonly text: string;
  readonly error: string | undefined;
  readonly isFirst: boolean;
}) {
  const navigation = useNavigation();
  const isChecking = navigation.state !== 'idle' && navigation.formData?.get('intent') === 'check';
  const model = words.modelRows.map((cells) => cells.join(';')).join('\r\n');
  return (
    <Form method="post" encType="multipart/form-data" className="card" noValidate>
      <Field label={words.text} name="text" hint={words.textHint} error={error}>
        {(control) => <textarea className="input" rows={8} defaultValue={text} {...control} />}
      </Field>
      <Field label={words.file} name="file" hint={words.fileHint}>
        {(control) => (
          <input
            className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            {...control}
          />
        )}
      </Field>
      <p className="row mt-4">
        <button
          className={isFirst ? 'btn primary' : 'btn'}
          type="submit"
          name="intent"
          value="check"
          aria-disabled={isChecking}
        >
          {isChecking ? words.checking : words.check}
        </button>
        <a
          className="btn quiet"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${model}\r\n`)}`}
          download={words.modelName}
        >
          {words.model}
        </a>
        <span className="vh" role="status">
          {isChecking && words.checking}
        </span>
      </p>
    </Form>
  );
}
