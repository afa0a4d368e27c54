import { z } from 'zod';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { fr } from '#shared/words.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { parseForm } from '../../../kernel/refusal.server.ts';
import type { Route } from './+types/action';

const Gesture = z.union([
  z.object({ done: z.enum(['oui', 'non']) }),
  z.object({
    /** Ids, a space between two. */
    people: z.string().max(10_000),
    /** `YYYY-MM-DD`, empty for none. */
    due: z.string().max(10),
  }),
]);

/** [DA8] Ticks an action from the text where it is written (`done` is « oui » or « non »), or says who does it and until when: its card changes. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const member = context.get(memberContext);
  const actionId = idOfSegment(params.action);
  if (!member || !actionId) throw notFound();
  const gesture = parseForm(Gesture, await request.formData());
  const { outcomes } = context.get(servicesContext);
  const asked = { actionId, by: member.id };
  const done =
    'done' in gesture
      ? await outcomes.tick({ ...asked, isDone: gesture.done === 'oui' })
      : await outcomes.assign({
          ...asked,
          assignees: gesture.people.split(' ').filter(Boolean),
          due: gesture.due || null,
        });
  return done.ok ? Response.json({ done: true }) : refused(done.error);
}

/** [DA8] Who may do an action, who does it and until when, for the dialog of its text. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const actionId = idOfSegment(params.action);
  if (!member || !actionId) throw notFound();
  const { outcomes } = context.get(servicesContext);
  const found = await outcomes.assignment({ actionId, by: member.id });
  if (!found.ok) return refused(found.error);
  return Response.json(found.value, { headers: { 'Cache-Control': 'private, no-store' } });
}

function refused(error: keyof typeof fr.errors) {
  const status = error === 'action.notFound' ? 404 : error === 'access.forbidden' ? 403 : 422;
  return Response.json({ error: fr.errors[error] }, { status });
}
