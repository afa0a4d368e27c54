import { Form, useNavigation } from 'react-router';
import { territory } from '#shared/programme/territory/territory.fr.ts';

const words = territory.admin;

interface ProgrammeListFormProps {
  readonly source: { readonly producer: string; readonly catalogue: string; readonly licence: string };
  /** Nothing was checked yet: this is what there is to do. */
  readonly isFirst: boolean;
}

/** [T14] Checks the list that the product brings along; its report follows, as that of a file does. */
export function ProgrammeListForm({ source, isFirst }: ProgrammeListFormProps) {
  const navigation = useNavigation();
  const isChecking = navigation.state !== 'idle' && navigation.formData?.get('list') === 'check';
  return (
    <Form method="post" encType="multipart/form-data" className="card mb-6" aria-labelledby="programme">
      <h2 id="programme" className="mb-3">
        {words.programme}
      </h2>
      <p>{words.programmeLead}</p>
      <p className="muted small mt-2">{words.programmeSource(source)}</p>
      <p className="row mt-4">
        <button
          className={isFirst ? 'btn primary' : 'btn'}
          type="submit"
          name="list"
          value="check"
          aria-disabled={isChecking}
        >
          {isChecking ? words.checking : words.importProgramme}
        </button>
        <span className="vh" role="status">
          {isChecking && words.checking}
        </span>
      </p>
    </Form>
  );
}
