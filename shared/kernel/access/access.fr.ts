import type { AccessError, NameError, TitleError } from '#shared/errors.ts';
import type { GroupRole, PlatformRole } from '#shared/kernel/access/access.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';

/** Words of rights and roles. */
export const access = {
  groupRoles: {
    facilitator: 'Animation',
    contributor: 'Contribution',
    consultant: 'Conseil',
    reviewer: 'Relecture',
    observer: 'Observation',
  } satisfies Record<GroupRole, string>,
  platformRoles: {
    admin: 'Administration',
    coordinator: 'Coordination',
    reviewer: 'Relecture',
    member: 'Membre',
  } satisfies Record<PlatformRole, string>,
  errors: {
    'access.notFound': 'Cet objet n’existe pas, ou vous n’y avez pas accès.',
    'access.forbidden': 'Votre rôle dans ce groupe ne permet pas cette action.',
    'access.signInFirst': 'Connectez-vous d’abord.',
    'title.empty': 'Donnez un titre.',
    'title.tooLong': `Ce titre est trop long : ${TITLE_MAX} caractères au plus.`,
    'name.empty': 'Donnez un nom.',
    'name.tooLong': `Ce nom est trop long : ${TITLE_MAX} caractères au plus.`,
  } satisfies Record<AccessError | TitleError | NameError, string>,
} as const;
