import { paths } from '#shared/paths.ts';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import { When } from '../../realtime/when.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const words = waysIn.account;

interface WaysInTableProps {
  readonly ways: readonly { readonly id: string; readonly issuer: string | null; readonly since: Date }[];
  readonly providers: readonly { readonly id: string; readonly name: string; readonly issuer: string }[];
  readonly now: Date;
}

/** By which ways one signs in, each with what it can be unlinked by, and what could be linked besides. */
export function WaysInTable({ ways, providers, now }: WaysInTableProps) {
  const nameOf = (issuer: string | null) =>
    issuer === null
      ? words.password
      : (providers.find((one) => one.issuer === issuer)?.name ?? words.formerProvider(issuer));
  const unlinked = providers.filter(({ issuer }) => !ways.some((way) => way.issuer === issuer));
  return (
    <>
      <table className="records">
        <caption className="vh">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.way}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">
              <span className="vh">{words.unlink}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.map(({ id, issuer, since }) => (
            <tr key={id}>
              <th scope="row">{nameOf(issuer)}</th>
              <td data-l={words.since}>
                <When at={since} now={now} />
              </td>
              <td>
                {issuer !== null && ways.length > 1 && (
                  <PostButton fields={{ intent: 'unlink', way: id }} label={words.unlinkOf(nameOf(issuer))}>
                    {words.unlink}
                  </PostButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unlinked.length > 0 && (
        <p className="row mt-4">
          {unlinked.map(({ id, name }) => (
            <a key={id} className="btn" href={paths.providerDeparture(id, { isLinking: true })}>
              {words.link(name)}
            </a>
          ))}
        </p>
      )}
      <p className="muted small mt-4">{words.lead}</p>
    </>
  );
}
