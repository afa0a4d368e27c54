import { Link } from 'react-router';
import { accessToken as words } from '#shared/operations/token/access-token.fr.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import { When } from '../../realtime/when.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly organisation: string | null;
  readonly person: { readonly name: string };
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** [TK6] Tokens, each with what it may do and its way out; the secrets are not there to be shown. */
export function TokenTable({
  tokens,
  caption,
  showsPerson = false,
  now,
  addressOf,
}: {
  tokens: readonly ListedToken[];
  caption: string;
  showsPerson?: boolean;
  now: Date;
  /** This page, asking whether to end one. */
  addressOf: (shown: { revoking?: string }) => string;
}) {
  return (
    <table className="records">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          {showsPerson && <th scope="col">{words.columns.person}</th>}
          <th scope="col">{words.columns.used}</th>
          <th scope="col">{words.columns.expires}</th>
          <th scope="col">
            <span className="vh">{words.revoke}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ id, name, scopes, organisation, person, expiresAt, usedAt }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              {organisation && <small>{words.ofOrganisation(organisation)}</small>}
              <details className="small mt-1">
                <summary>{words.may(scopes.length)}</summary>
                <ul className="token-may">
                  {scopes.map((scope) => (
                    <li key={scope}>{words.scopes[scope]}</li>
                  ))}
                </ul>
              </details>
            </th>
            {showsPerson && <td data-l={words.columns.person}>{person.name}</td>}
            <td data-l={words.columns.used}>{usedAt ? <When at={usedAt} now={now} /> : words.neverUsed}</td>
            <td data-l={words.columns.expires}>
              {expiresAt > now ? (
                <When at={expiresAt} now={now} />
              ) : (
                <span className="badge">{words.expired}</span>
              )}
            </td>
            <td>
              <Link
                className="btn sm"
                to={addressOf({ revoking: id })}
                aria-label={words.revokeOf(name)}
                preventScrollReset
              >
                {words.revoke}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Asks once more: a program stops, and a secret that is gone cannot be given back. */
export function RevokeToken({
  token,
  addressOf,
}: {
  token: { readonly id: string; readonly name: string };
  addressOf: (shown: { revoking?: string }) => string;
}) {
  return (
    <section className="note warning mb-6" aria-label={words.revokeOf(token.name)}>
      <div className="stack">
        <p>{words.confirm(token.name)}</p>
        <div className="row">
          <PostButton
            fields={{ intent: 'revoke', token: token.id }}
            action={addressOf({})}
            className="btn sm danger"
          >
            {words.confirmButton}
          </PostButton>
          <Link className="btn sm" to={addressOf({})} preventScrollReset>
            {words.keep}
          </Link>
        </div>
      </div>
    </section>
  );
}
