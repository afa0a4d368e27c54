import type { MemberError } from '#shared/errors.ts';

/** Words of the members of a group. */
export const member = {
  errors: {
    'member.already': 'Déjà membre de ce groupe.',
    'member.notFound': 'Cette personne ou cette organisation n’est plus membre du groupe.',
    'member.organisationNotFound': 'Choisissez une organisation.',
    'member.lastFacilitator':
      'Un groupe garde au moins une animation sans date de fin : donnez d’abord ce rôle à quelqu’un d’autre.',
    'member.untilInvalid': 'Écrivez une date qui existe, dans le futur.',
    'member.roleInvalid': 'Choisissez un rôle.',
  } satisfies Record<MemberError, string>,
} as const;
