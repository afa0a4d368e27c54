import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Form } from 'react-router';
import { boardExchange as words } from '#shared/boards/exchange/board-exchange.fr.ts';
import { TextField } from '../../ui/field.tsx';
import type { ImportView } from './import-view.ts';

/** What will be taken of the file and what will not, and the button that takes it. It works without script. */
export function ImportReport({ view, titleError }: { view: ImportView; titleError: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!titleError) heading.current?.focus();
  }, [titleError]);
  return (
    <section className="plate mt-8 max-w-3xl" aria-labelledby="report">
      <header>
        <h2 id="report" ref={heading} tabIndex={-1}>
          {words.checkedTitle}
        </h2>
      </header>
      <dl className="stack">
        <Fact name={words.cards} values={[view.cards]} />
        <Fact name={words.columnList} values={view.columns} />
        <Fact name={words.labelList} values={view.labels} />
        <Fact name={words.peopleList} values={view.people} />
      </dl>
      <h3 className="mt-6 mb-2">{words.lossesTitle}</h3>
      {view.losses.length === 0 ? (
        <p>{words.noLoss}</p>
      ) : (
        <ul>
          {view.losses.map(({ text, names }) => (
            <li key={text}>
              {text}
              {names && <span className="muted"> ({names})</span>}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" encType="multipart/form-data" className="mt-6 max-w-[34rem]" noValidate>
        <input type="hidden" name="content" value={view.content} />
        <TextField
          label={words.boardTitle}
          name="title"
          required
          defaultValue={view.title}
          error={titleError}
          autoComplete="off"
        />
        <button className="btn primary mt-4" type="submit">
          <Plus className="icon" aria-hidden="true" />
          {words.createBoard}
        </button>
      </Form>
    </section>
  );
}

function Fact({ name, values }: { name: string; values: readonly string[] }) {
  return (
    <div>
      <dt className="over">{name}</dt>
      <dd>{values.length > 0 ? values.join(', ') : words.none}</dd>
    </div>
  );
}
