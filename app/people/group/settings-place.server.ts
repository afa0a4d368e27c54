import type { Services } from '#server/services.ts';
import { servicesContext } from '../../context.ts';
import { requireInGroup } from '../../kernel/access.server.ts';

/** What is set for a group, or for the whole space (null); and who asks, whose right the caller has checked. */
export interface SettingsPlace {
  readonly group: { readonly id: string; readonly title: string } | null;
  readonly userId: string;
  readonly services: Services;
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
    request,
  };
  return { group, place };
}
