import { redirect } from 'react-router';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../../context.ts';
import type { Route } from './+types/sign-out';

export async function action({ request, context }: Route.ActionArgs) {
  const { auth } = context.get(servicesContext);
  const { headers } = await auth.api.signOut({ headers: request.headers, returnHeaders: true });
  return redirect(paths.signIn(), { headers });
}

export function loader() {
  return redirect(paths.home());
}
