import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** Pages of webhooks: of a group, or of the whole space (null). */
export const webhookPaths = {
  list: (group: Titled | null) =>
    group ? `/groupes/${segment(group)}/reglages/liaisons` : '/administration/liaisons',
  one: (group: Titled | null, id: string, shown: { page?: number } = {}) =>
    `${webhookPaths.list(group)}/${id}${query({ page: shown.page && shown.page > 1 ? shown.page : undefined })}`,
};
