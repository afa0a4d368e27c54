import { PostButton } from '#app/ui/post-button.tsx';
import { dates } from '#shared/kernel/dates.fr.ts';
import { deviceOf } from '#shared/people/person/device.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { When } from '../../realtime/when.tsx';

const words = people.security;

interface ListedSession {
  readonly id: string;
  readonly userAgent: string;
  /** As our own socket saw it; empty when unknown. */
  readonly ipAddress: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Where one is signed in, each with its way out. This very device leaves by the button of the navigation. */
export function SessionTable({
  sessions,
  currentId,
  now,
}: {
  sessions: readonly ListedSession[];
  currentId: string;
  now: Date;
}) {
  return (
    <table className="records">
      <caption className="vh">{words.sessionsTable}</caption>
      <thead>
        <tr>
          <th scope="col">{words.device}</th>
          <th scope="col">{words.since}</th>
          <th scope="col">{words.lastUsed}</th>
          <th scope="col">
            <span className="vh">{words.close}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => {
          const { browser, system } = deviceOf(userAgent);
          const name = words.deviceName(browser, system);
          return (
            <tr key={id}>
              <th scope="row">
                {name}
                {ipAddress && <small>{words.from(ipAddress)}</small>}
              </th>
              <td data-l={words.since}>
                <When at={createdAt} now={now} />
              </td>
              <td data-l={words.lastUsed}>
                <When at={updatedAt} now={now} />
              </td>
              <td>
                {id === currentId ? (
                  <span className="badge info">{words.thisDevice}</span>
                ) : (
                  <PostButton
                    fields={{ intent: 'close', session: id }}
                    label={words.closeOf(name, dates.exact(updatedAt))}
                  >
                    {words.close}
                  </PostButton>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
