import { IdCard } from 'lucide-react';
import { paths } from '#shared/paths.ts';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import { Notice } from '../../ui/notice.tsx';

const words = waysIn.provider;

interface OtherWaysInProps {
  readonly providers: readonly { readonly name: string; readonly href: string }[];
  /** The provider whose session may go on after ours, null for none. */
  readonly cameBy: string | null;
}

/** Above the password: providers of identities, and the way out of the one by which this browser came. Links, see decision 0031. */
export function OtherWaysIn({ providers, cameBy }: OtherWaysInProps) {
  return (
    <>
      {cameBy && (
        <div className="mt-4">
          <Notice kind="info">
            <p>{words.still(cameBy)}</p>
            <p className="mt-2">
              <a href={paths.providerLeaving()}>{words.leave(cameBy)}</a>
            </p>
          </Notice>
        </div>
      )}
      {providers.length > 0 && (
        <>
          <ul className="stack mt-4">
            {providers.map(({ name, href }) => (
              <li key={href}>
                <a className="btn wide-s" href={href}>
                  <IdCard className="icon" aria-hidden="true" />
                  {words.by(name)}
                </a>
              </li>
            ))}
          </ul>
          <p className="muted mt-4">{waysIn.or}</p>
        </>
      )}
    </>
  );
}
