import { PostButton } from '#app/ui/post-button.tsx';
import { calendar as words } from '#shared/meetings/calendar/calendar.fr.ts';
import { When } from '../../realtime/when.tsx';

interface ListedFeed {
  readonly id: string;
  readonly board: { readonly title: string } | null;
  readonly group: { readonly name: string } | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** One's own addresses, each with its way out; the secrets are not there to be shown. */
export function FeedTable({ feeds, now }: { feeds: readonly ListedFeed[]; now: Date }) {
  return (
    <table className="records">
      <caption className="vh">{words.listTable}</caption>
      <thead>
        <tr>
          <th scope="col">{words.shows}</th>
          <th scope="col">{words.since}</th>
          <th scope="col">{words.lastRead}</th>
          <th scope="col">
            <span className="vh">{words.revoke}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {feeds.map(({ id, board, group, createdAt, readAt }) => {
          const name = nameOf(board, group);
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td data-l={words.since}>
                <When at={createdAt} now={now} />
              </td>
              <td data-l={words.lastRead}>{readAt ? <When at={readAt} now={now} /> : words.neverRead}</td>
              <td>
                <PostButton fields={{ intent: 'revoke', feed: id }} action="?" label={words.revokeOf(name)}>
                  {words.revoke}
                </PostButton>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function nameOf(board: ListedFeed['board'], group: ListedFeed['group']): string {
  if (board) return words.boardShort(board.title);
  return group ? words.groupShort(group.name) : words.mineShort;
}
