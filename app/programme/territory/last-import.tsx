import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { territory } from '#shared/programme/territory/territory.fr.ts';
import { Plate } from '../../ui/page/plate.tsx';

const words = territory.admin;

interface LastImportProps {
  readonly id: string;
  readonly at: Date;
  readonly by: string | null;
  readonly cities: number;
  readonly made: number;
  readonly tied: number;
}

/** [T13] The last import, which is undone as one. */
export function LastImport({ id, at, by, ...counts }: LastImportProps) {
  return (
    <Plate id="last" title={words.last} className="mt-8">
      <p>
        {words.lastSaid({ by, day: dates.exact(at) })} {words.lastCounts(counts)}
      </p>
      <p className="muted small mt-2">{words.undoHint}</p>
      <Form method="post" encType="multipart/form-data" className="mt-4">
        <input type="hidden" name="importId" value={id} />
        <button className="btn" type="submit">
          {words.undo}
        </button>
      </Form>
    </Plate>
  );
}
