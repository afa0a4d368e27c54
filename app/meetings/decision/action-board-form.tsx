import { Form } from 'react-router';
import { decision } from '#shared/meetings/decision/decision.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';

const words = decision.board;

/** [DA7] On which board the actions of the group become cards. */
export function ActionBoardForm({
  boards,
  chosen,
  error,
}: {
  boards: readonly { readonly id: string; readonly title: string }[];
  /** The one that counts today; null when the group has none. */
  chosen: { readonly id: string; readonly title: string; readonly isChosen: boolean } | null;
  error: string | undefined;
}) {
  return (
    <Form method="post" className="card stack" aria-labelledby="tableau-des-actions" noValidate>
      <h2 id="tableau-des-actions">{words.title}</h2>
      <p className="muted small">{words.text}</p>
      {chosen === null ? (
        <p className="small">{words.none}</p>
      ) : (
        <>
          {!chosen.isChosen && <p className="small">{words.first(chosen.title)}</p>}
          <SelectField label={words.label} name="board" defaultValue={chosen.id} error={error}>
            {namedOptions(boards)}
          </SelectField>
          <p>
            <button className="btn" type="submit" name="intent" value="choose">
              {words.submit}
            </button>
          </p>
        </>
      )}
    </Form>
  );
}
