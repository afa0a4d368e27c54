import { signatory as words } from '#shared/people/organisation/signatory.fr.ts';
import type { SigningBasis } from '#shared/people/organisation/signatory.ts';
import { PostButton } from '../../ui/post-button.tsx';

interface SignatoryTableProps {
  readonly colleagues: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly basis: SigningBasis | null;
    readonly askedAt: Date | null;
  }[];
  /** Confirming is for signatories; the coordination withdraws only. */
  readonly mayConfirm: boolean;
  readonly caption: string;
}

/** [O7] People of an organisation, whether each speaks for it, and what may be done about it. */
export function SignatoryTable({ colleagues, mayConfirm, caption }: SignatoryTableProps) {
  const said = words.colleagues;
  return (
    <table className="records">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{said.person}</th>
          <th scope="col">{said.state}</th>
        </tr>
      </thead>
      <tbody>
        {colleagues.map(({ id, name, email, basis, askedAt }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <small className="break-words">{email}</small>
            </th>
            <td data-l={said.state}>
              <p>{basis ? said.signs(new Date(basis.on)) : askedAt ? said.asks(askedAt) : said.not}</p>
              {(basis || mayConfirm) && (
                <PostButton
                  fields={{ intent: basis ? 'withdraw' : 'confirm', userId: id }}
                  formClassName="mt-2"
                  className={basis ? 'btn sm danger' : 'btn sm'}
                  label={(basis ? said.withdraw : said.confirm) + said.named(name)}
                >
                  {basis ? said.withdraw : said.confirm}
                </PostButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
