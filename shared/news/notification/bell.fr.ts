import { plural } from '../../kernel/plural.fr.ts';

/** Words of the bell, apart from those of its pages: every page of the workspace loads them. */
export const bell = {
  label: (unread: number) =>
    unread === 0 ? 'Nouveautés' : `Nouveautés : ${plural(unread, 'vous concerne', 'vous concernent')}`,
} as const;
