import { Link } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import type { ProviderRefusal } from '#shared/people/person/way-in.ts';
import { waysIn } from '#shared/people/person/ways-in.fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Door } from './door.tsx';

const words = waysIn.provider;

/** Somebody did not come in by a provider: why, and what they can do. */
export function ProviderRefused({ name, why, email }: { name: string; why: ProviderRefusal; email: string }) {
  return (
    <Door title={words.title(name)}>
      <title>{frame.pageTitle(words.title(name))}</title>
      <div className="mt-4">
        <Notice kind="warning">
          <p>{words.refused[why](name)}</p>
          {email && <p className="mt-2">{words.email(email)}</p>}
        </Notice>
      </div>
      {why === 'unknown' && <p>{words.whom}</p>}
      <p className="mt-5">
        <Link className="btn primary" to={paths.signIn()} reloadDocument>
          {people.forgotten.back}
        </Link>
      </p>
    </Door>
  );
}
