import type { InvitationError, PersonError } from '#shared/errors.ts';
import { EMAIL_MAX, JOB_TITLE_MAX, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN } from '#shared/person/person.ts';
import { plural } from './plural.ts';

/** Words of people and their accounts. */
export const people = {
  signIn: {
    tooMany: (minutes: number) =>
      `Trop d’essais manqués. Attendez ${plural(minutes, 'minute', 'minutes')} avant de réessayer, ou demandez un nouveau mot de passe.`,
  },
  errors: {
    'person.emailInvalid': `Écrivez une adresse complète, comme prenom.nom@ville.fr (${EMAIL_MAX} caractères au plus).`,
    'person.emailTaken': 'Un compte existe déjà avec cette adresse.',
    'person.nameEmpty': 'Écrivez un prénom et un nom.',
    'person.nameTooLong': `Ce nom est trop long : ${NAME_MAX} caractères au plus.`,
    'person.jobTitleTooLong': `Cette fonction est trop longue : ${JOB_TITLE_MAX} caractères au plus.`,
    'person.passwordTooShort': `Ce mot de passe est trop court : ${PASSWORD_MIN} caractères au moins.`,
    'person.passwordTooLong': `Ce mot de passe est trop long : ${PASSWORD_MAX} caractères au plus.`,
    'person.passwordIsEmail': 'Choisissez un mot de passe différent de votre adresse.',
    'person.passwordsDiffer': 'Les deux mots de passe ne sont pas les mêmes.',
    'person.notFound': 'Ce compte n’existe pas, ou n’existe plus.',
    'person.suspended': 'Ce compte est suspendu.',
    'person.suspendSelf': 'Vous ne pouvez pas suspendre votre propre compte.',
    'person.lastAdmin':
      'Il faut au moins une personne pour administrer : donnez d’abord ce rôle à quelqu’un d’autre.',
    'person.alreadyInstalled': 'Cette installation a déjà son administration : connectez-vous.',
    'invitation.unusable':
      'Cette invitation n’est plus valable. Si vous avez déjà un compte, connectez-vous ; sinon, demandez à être invité de nouveau.',
    'invitation.notFound': 'Cette invitation n’existe plus.',
  } satisfies Record<PersonError | InvitationError, string>,
} as const;
