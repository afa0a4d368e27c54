import { Plus } from 'lucide-react';
import { Form, Link } from 'react-router';
import { boardExchange } from '#shared/messages/fr/board-exchange.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';

/** The form that makes a board; refused, it says why and keeps what was typed. */
export function NewBoard({
  refused,
  importPath,
}: {
  refused: { title: string; error: string } | undefined;
  importPath: string;
}) {
  return (
    <section className="card" aria-labelledby="new-board">
      <h2 id="new-board" className="mb-3">
        {boardPage.newBoard}
      </h2>
      <Form method="post" noValidate>
        <ErrorSummary
          title={boardPage.faults}
          faults={refused ? [{ field: 'title', message: refused.error }] : []}
          answer={refused}
        />
        <TextField
          label={boardPage.boardTitle}
          hint={boardPage.boardTitleHint}
          name="title"
          error={refused?.error}
          defaultValue={refused?.title}
          autoComplete="off"
        />
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
