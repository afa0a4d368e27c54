import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { topic as words } from '#shared/programme/topic/topic.fr.ts';
import { topicPaths } from '#shared/programme/topic/topic-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { Pages } from '../../ui/pages.tsx';

interface TopicListProps {
  readonly topics: readonly {
    readonly id: string;
    readonly title: string;
    readonly by: string | null;
    readonly updatedAt: Date;
    readonly isClosed: boolean;
    readonly posts: number;
  }[];
  readonly page: number;
  readonly pages: number;
  readonly to: (page: number) => string;
  /** What is said where there is none yet. */
  readonly none: string;
}

/** [TP6] Discussions, the last spoken in first. */
export function TopicList({ topics, page, pages, to, none }: TopicListProps) {
  return (
    <Plate id="topics" title={words.listTitle}>
      {topics.length === 0 ? (
        <>
          <p>{words.none}</p>
          <p className="muted mt-1">{none}</p>
        </>
      ) : (
        <ul className="ruled">
          {topics.map((topic) => (
            <li key={topic.id}>
              <p className="row">
                <Link className="font-semibold break-words" to={topicPaths.topic(topic)}>
                  {topic.title}
                </Link>
                {topic.isClosed && <span className="badge">{words.closed}</span>}
              </p>
              <p className="muted small">
                {[
                  words.posts(topic.posts),
                  words.by(topic.by ?? words.formerMember),
                  words.last(dates.exact(topic.updatedAt)),
                ].join(', ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pages words={words.pages} page={page} pages={pages} to={to} />
    </Plate>
  );
}
