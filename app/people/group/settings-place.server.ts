import type { RouterContextProvider } from 'react-router';
import type { Services } from '#server/services.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';

/** What is set for a group, or for the whole space (null); and who asks. */
export interface SettingsPlace {
  readonly group: { readonly id: Readable<'group'>; readonly title: string } | null;
  readonly userId: string;
  readonly services: Services;
  readonly context: Readonly<RouterContextProvider>;
  readonly request: Request;
}

interface GroupArgs {
  readonly request: Request;
  readonly params: { readonly groupe: string };
  readonly context: Parameters<typeof requireInGroup>[0];
}

/** The group of a page of its settings, for whoever may edit it; not found or forbidden for the others. */
export async function settingsPlace({ request, params, context }: GroupArgs) {
  const { group, member } = await requireInGroup(context, params.groupe, 'group.edit');
  const titled = { id: group.id, title: group.name };
  const place: SettingsPlace = {
    group: titled,
    userId: member.id,
    services: context.get(servicesContext),
    context,
    request,
  };
  return { group, place };
}
