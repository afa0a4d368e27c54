import { redirect } from 'react-router';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import type { Route } from './+types/provider-leaving';

/** [ID7] Ends the session at the provider too, and comes back to the door; to the door at once when there is nothing to end. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { providers } = context.get(servicesContext).waysIn;
  const url = await providers.leave(request.headers);
  return redirect(url ?? paths.signIn(), {
    headers: { 'Set-Cookie': providers.clear.left, 'Cache-Control': 'no-store' },
  });
}
