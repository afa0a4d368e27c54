import { fr } from '#shared/messages/fr.ts';
import { paths } from '#shared/paths.ts';
import type { Route } from './+types/home';
import { requireMember } from '../access.server.ts';
import { frameHandle } from '../frame-handle.ts';

export const handle = frameHandle({ crumbs: () => [{ href: paths.home(), label: fr.frame.home }] });

export function loader({ context }: Route.LoaderArgs) {
  return { member: requireMember(context) };
}

export default function Home({ loaderData: { member } }: Route.ComponentProps) {
  return (
    <main id="contenu">
      <title>{fr.frame.pageTitle(fr.frame.home)}</title>
      <h1>{member.name}</h1>
    </main>
  );
}
