import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { paths } from '#shared/paths.ts';
import type { Route } from './+types/sign-in';
import { servicesContext } from '../context.ts';

const SignInForm = z.object({ email: z.email(), password: z.string().min(1) });

export async function action({ request, context }: Route.ActionArgs) {
  const { auth } = context.get(servicesContext);
  const body = SignInForm.parse(Object.fromEntries(await request.formData()));
  const { headers } = await auth.api.signInEmail({ body, headers: request.headers, returnHeaders: true });
  return redirect(paths.home(), { headers });
}

export default function SignIn() {
  return (
    <Form method="post" className="sign-main">
      <input className="input" name="email" type="email" />
      <input className="input" name="password" type="password" />
      <button className="btn primary" type="submit">
        Se connecter
      </button>
    </Form>
  );
}
