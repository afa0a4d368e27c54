import { dates } from '#shared/kernel/dates.fr.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import type { Form } from '#shared/programme/application/form.ts';
import { Notice } from '../../ui/notice.tsx';

interface CorrectionNoteProps {
  readonly correction: { readonly fields: readonly string[]; readonly message: string; readonly until: Date };
  readonly form: Form;
  readonly isOver: boolean;
}

/** What an assessor asked to be written again, and until when. */
export function CorrectionNote({ correction, form, isOver }: CorrectionNoteProps) {
  const said = words.correction;
  const labels = form.sections
    .flatMap(({ fields }) => fields)
    .filter(({ key }) => correction.fields.includes(key));
  return (
    <Notice kind="warning">
      <p>
        <strong>{said.title}</strong> {isOver ? said.over : said.until(dates.exact(correction.until))}
      </p>
      <p className="whitespace-pre-wrap mt-2">{correction.message}</p>
      <p className="mt-2">
        {said.fieldsOf(labels.map(({ label }) => label))} {said.frozen}
      </p>
    </Notice>
  );
}
