import { segment, type Titled } from '../../kernel/address-parts.ts';

/** Pages of open archives: of a group, or of the whole space (null). */
export const openArchivePaths = {
  list: (group: Titled | null) =>
    group ? `/groupes/${segment(group)}/reglages/archive` : '/administration/archive',
  /** The file: for whoever asked for it, signed in. */
  file: (id: string) => `/archives/${encodeURIComponent(id)}/archive.zip`,
} as const;
