import { useNavigation } from 'react-router';
import { Field } from '../field.tsx';

/** Chooses a file of which a report is shown before anything is made, and sends it. It works without script. */
export function FileToCheck({
  words,
  accept,
  error,
  isFirst,
}: {
  readonly words: Readonly<Record<'file' | 'fileHint' | 'check' | 'checking', string>>;
  /** As the browser's own attribute. */
  readonly accept: string;
  readonly error: string | undefined;
  /** No file was looked at yet: this is what there is to do. */
  readonly isFirst: boolean;
}) {
  const navigation = useNavigation();
  const isChecking = navigation.state !== 'idle' && navigation.formData?.has('file') === true;
  return (
    <>
      <Field label={words.file} name="file" required hint={words.fileHint} error={error}>
        {(control) => (
          <input
            className="input file:mr-3 file:rounded file:bg-sunken file:px-3 file:py-1 file:font-semibold"
            type="file"
            accept={accept}
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
    </>
  );
}
