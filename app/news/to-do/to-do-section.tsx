import { Link } from 'react-router';
import { toDo as words } from '#shared/news/to-do/to-do.fr.ts';
import { paths } from '#shared/paths.ts';
import type { ToDo, ToDoLine } from './to-do-lines.ts';
import { NothingToDo, ToDoItem, ToDoList } from './to-do-list.tsx';

/** [AF3] What waits for the reader, first on the home page. */
export function ToDoSection({ toDo, isLeading }: { readonly toDo: ToDo; readonly isLeading: boolean }) {
  const isOnlyLater = toDo.total > 0 && toDo.buckets.every(({ bucket }) => bucket === 'later');
  return (
    <section className="plate" aria-labelledby="to-do">
      <header>
        <h2 id="to-do" tabIndex={-1}>
          {words.title} <Total count={toDo.total} />
        </h2>
        <Link to={paths.toDo()}>{words.all}</Link>
      </header>
      {(toDo.total === 0 || isOnlyLater) && <NothingToDo isOnlyLater={isOnlyLater} />}
      {toDo.total > 0 && <ToDoList toDo={toDo} from="home" isLeading={isLeading} />}
    </section>
  );
}

/** [AF3] What an organisation is asked to sign stands apart, and first, for whoever reviews the programme. */
export function ToSignSection({ lines }: { readonly lines: readonly ToDoLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="plate" aria-labelledby="to-sign">
      <header>
        <h2 id="to-sign">
          {words.sign} <Total count={lines.length} />
        </h2>
      </header>
      <ul>
        {lines.map((line, at) => (
          <ToDoItem key={line.key} line={line} from="home" isFirst={at === 0} />
        ))}
      </ul>
    </section>
  );
}

function Total({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return <span className="count">{count}</span>;
}
