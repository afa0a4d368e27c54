import { Check, ChevronDown } from 'lucide-react';
import { Link } from 'react-router';
import { toDo as words } from '#shared/news/to-do/to-do.fr.ts';
import type { Bucket } from '#shared/news/to-do/to-do.ts';
import { paths } from '#shared/paths.ts';
import { PostButton } from '../../ui/post-button.tsx';
import type { ToDo, ToDoLine } from './to-do-lines.ts';
import './to-do.css';

/** Where the list stands: the page that follows a gesture. */
type From = 'home' | 'all';

const KNOTS: Readonly<Record<Bucket, string | undefined>> = {
  late: 'late',
  today: 'now',
  week: undefined,
  later: undefined,
};

/** [AF1] [AF2] What waits for the reader, by when it is to be done; the first gesture is the page's one solid button. */
export function ToDoList({
  toDo,
  from,
  isLeading = true,
}: {
  readonly toDo: ToDo;
  readonly from: From;
  /** Nothing more urgent stands before it. */
  readonly isLeading?: boolean;
}) {
  const [first] = toDo.buckets;
  // Under a section of the home page, or under the title of its own.
  const Heading = from === 'home' ? 'h3' : 'h2';
  return (
    <ol className="rope to-do">
      {toDo.buckets.map(({ bucket, lines, from: day }) => {
        const list = (
          <ul>
            {lines.map((line, at) => (
              <ToDoItem
                key={line.key}
                line={line}
                from={from}
                isFirst={isLeading && bucket === first?.bucket && at === 0 && bucket !== 'later'}
              />
            ))}
          </ul>
        );
        const isFolded = bucket === 'later' && from === 'home';
        return (
          <li key={bucket} className={KNOTS[bucket]}>
            {isFolded ? (
              <details>
                <summary>
                  <Heading>{words.buckets.later}</Heading>{' '}
                  <small>{words.laterFrom(lines.length, day ?? '')}</small>
                  <ChevronDown className="icon" aria-hidden="true" />
                </summary>
                {list}
              </details>
            ) : (
              <>
                <Heading className={bucket === 'late' ? 'late-h' : undefined}>
                  {words.buckets[bucket]}
                </Heading>
                {list}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** One line: what, until when, who asks and where, and its gesture. */
export function ToDoItem({
  line,
  from,
  isFirst,
}: {
  readonly line: ToDoLine;
  readonly from: From;
  readonly isFirst: boolean;
}) {
  const { title, href, when, isLate, why, gestures, act, progress } = line;
  const look = isFirst ? 'btn sm primary' : 'btn sm';
  return (
    <li className="owed">
      <div>
        <Link className="t" to={href}>
          {title}
        </Link>
        <p className="why">
          {when && <b className={isLate ? 'late' : undefined}>{when}</b>} {why}
        </p>
        {progress && <meter aria-hidden="true" max={progress.total} value={progress.count} />}
      </div>
      <div className="act">
        {gestures.length === 0 ? (
          <Link className={look} to={href} aria-label={words.actOn(act, title)}>
            {act}
          </Link>
        ) : (
          gestures.map(({ label, fields }, at) => (
            <PostButton
              key={label}
              action={paths.toDo()}
              fields={{ from, ...fields }}
              label={words.actOn(label, title)}
              className={at === 0 ? look : 'btn sm'}
            >
              {label}
            </PostButton>
          ))
        )}
      </div>
    </li>
  );
}

/** Nothing waits, or nothing today: said with a tick. */
export function NothingToDo({ isOnlyLater }: { readonly isOnlyLater: boolean }) {
  return (
    <div className="done-all">
      <Check className="icon" aria-hidden="true" />
      <p>
        <strong>{isOnlyLater ? words.nothingToday : words.nothing}</strong>
        {!isOnlyLater && (
          <>
            <br />
            <span className="muted">{words.nothingText}</span>
          </>
        )}
      </p>
    </div>
  );
}
