import { data } from 'react-router';
import { listRegistered } from '#db/programme/event/events.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { csvAnswer } from '../../experiment/csv-answer.server.ts';
import { requireEvent } from '../require-event.server.ts';
import type { Route } from './+types/event-registrations';

/** [EV6] Who comes, as a file. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  if (!member || !canOnPlatform(member.platformRole, 'programme.announce')) throw notFound();
  const { person, event } = await requireEvent(context, params.evenement);
  const registered = await listRegistered(context.get(servicesContext).db, { eventId: event.id, person });
  const { columns } = words;
  const rows = registered.map(({ name, email, organisation, state, registeredAt }) => [
    ...[name, email, organisation ?? '', words.registrationStates[state], dates.iso(registeredAt)],
  ]);
  const heads = [columns.name, columns.email, columns.organisation, columns.state, columns.at];
  return csvAnswer([heads, ...rows], words.csvName);
}

export function action() {
  throw data(null, { status: 405 });
}
