import { Form } from 'react-router';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { FileToCheck } from '../../ui/records/file-to-check.tsx';

const words = territory.admin;

/** Sends a file to be checked. It works without script: the answer is the page with its report. */
export function CityFileForm({ error, isFirst }: { error: string | null; isFirst: boolean }) {
  return (
    <Form method="post" encType="multipart/form-data" className="card" aria-labelledby="choose">
      <h2 id="choose" className="mb-4">
        {isFirst ? words.choose : words.chooseAnother}
      </h2>
      <FileToCheck
        words={words}
        accept=".csv,text/csv,text/plain"
        error={error ?? undefined}
        isFirst={isFirst}
      />
    </Form>
  );
}
