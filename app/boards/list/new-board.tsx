import { Plus } from 'lucide-react';
import { Form, Link } from 'react-router';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { boardTemplates } from '#shared/boards/board-templates.fr.ts';
import { boardExchange } from '#shared/boards/exchange/board-exchange.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

/** The « template » that is another board of the group, and the field that says which. */
export const OF_GROUP = 'board';
export const OF_GROUP_FIELD = 'source';

interface Refused {
  readonly title: string;
  readonly template: string;
  readonly source: string;
  readonly withCards?: string | undefined;
  readonly field: string;
  readonly error: string;
}

/** The form that makes a board; refused, it says why and keeps what was typed. */
export function NewBoard({
  refused,
  boards,
  importPath,
}: {
  refused: Refused | undefined;
  boards: readonly { readonly id: string; readonly title: string }[];
  importPath: string;
}) {
  const errorOf = (field: string) => (refused?.field === field ? refused.error : undefined);
  const chosen = refused?.template || boardTemplates[0].key;
  const option = (key: string, name: string, description: string) => (
    <label className="check mt-2" key={key}>
      <input type="radio" name="template" value={key} defaultChecked={key === chosen} />
      <span>
        {name}
        <span className="muted small block">{description}</span>
      </span>
    </label>
  );
  return (
    <section className="card" aria-labelledby="new-board">
      <h2 id="new-board" className="mb-3">
        {boardPage.newBoard}
      </h2>
      <Form method="post" noValidate>
        <ErrorSummary
          title={boardPage.faults}
          faults={refused ? [{ field: refused.field, message: refused.error }] : []}
          answer={refused}
        />
        <TextField
          label={boardPage.boardTitle}
          hint={boardPage.boardTitleHint}
          name="title"
          required
          error={errorOf('title')}
          defaultValue={refused?.title}
          autoComplete="off"
        />
        <fieldset className="mt-4">
          <legend>{boardPage.startFrom}</legend>
          {boardTemplates.map(({ key, name, description }) => option(key, name, description))}
          {boards.length > 0 && option(OF_GROUP, boardPage.ofGroup, boardPage.ofGroupText)}
        </fieldset>
        {boards.length > 0 && (
          <div className="of-group">
            <SelectField
              label={boardPage.whichBoard}
              name={OF_GROUP_FIELD}
              error={errorOf(OF_GROUP_FIELD)}
              defaultValue={refused?.source}
            >
              {namedOptions(boards)}
            </SelectField>
            <label className="check mt-2">
              <input type="checkbox" name="withCards" defaultChecked={refused?.withCards !== undefined} />
              {boardPage.withCards}
            </label>
          </div>
        )}
        <button className="btn primary mt-4" type="submit" name="intent" value="create">
          <Plus className="icon" aria-hidden="true" />
          {boardPage.create}
        </button>
      </Form>
      <p className="mt-4">
        <Link to={importPath}>{boardExchange.importTitle}</Link>
      </p>
    </section>
  );
}
