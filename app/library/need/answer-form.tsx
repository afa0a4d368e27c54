import { Form } from 'react-router';
import { dataNeed as words } from '#shared/library/need/data-need.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';

/** Says which record of the register answers a need. */
export function AnswerForm({
  choices,
  chosen,
  error,
}: {
  choices: readonly { readonly id: string; readonly title: string }[];
  chosen: string;
  error: string | undefined;
}) {
  return (
    <Form method="post" className="mt-4" key={chosen}>
      <SelectField
        label={words.answeredBy}
        name="datasetId"
        hint={words.answerHint}
        error={error}
        defaultValue={chosen}
      >
        <option value="">{words.answerNone}</option>
        {namedOptions(choices)}
      </SelectField>
      <p className="mt-4">
        <button className="btn" type="submit" name="intent" value="answer">
          {words.answerSubmit}
        </button>
      </p>
    </Form>
  );
}
