import { Link } from 'react-router';
import { tasks as words } from '#shared/boards/task/tasks.fr.ts';
import { paths } from '#shared/paths.ts';
import { DueDay } from '../card/due-day.tsx';

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly columnName: string;
  readonly due: string | null;
  readonly board: { readonly id: string; readonly title: string };
  readonly group: { readonly name: string };
}

/** Cards of several boards: each with where it stands and its due day, leading to it. */
export function TaskList({
  tasks,
  today,
  showGroup,
}: {
  tasks: readonly Task[];
  today: string;
  showGroup: boolean;
}) {
  return (
    <ul className="ruled">
      {tasks.map(({ id, title, columnName, due, board, group }) => (
        <li className="task" key={`${board.id}/${id}`}>
          <div>
            <Link className="font-semibold" to={paths.boardCard(board, id)}>
              {title || words.untitled}
            </Link>
            <p className="muted small">
              {words.where(columnName, board.title)}
              {showGroup && ` · ${group.name}`}
            </p>
          </div>
          {due && (
            <span className="small">
              <DueDay due={due} today={today} isDone={false} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
