import type { InvitationError, PersonError } from '#shared/errors.ts';
import type { DemoEmail } from '#shared/person/demo-accounts.ts';
import { EMAIL_MAX, JOB_TITLE_MAX, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN } from '#shared/person/person.ts';
import { plural } from './plural.ts';

/** Words of people and their accounts. */
export const people = {
  /** The panel beside every door. */
  slogan: 'Les villes avancent encordées.',
  pitch:
    'L’espace où les groupes de travail d’Action Cœur de Ville Data écrivent leurs bonnes pratiques, suivent leurs expérimentations et les transmettent aux 222 villes du programme.',
  credit: 'Animé par OpenDataFrance, relu par la Banque des Territoires.',
  /** Over what is wrong with a form: by field, or as a whole (the name ''). */
  refused: (errors: Readonly<Partial<Record<string, string>>>) => {
    const count = Object.keys(errors).length;
    if ('' in errors) return 'Cela n’a pas pu se faire';
    return count > 1 ? `${count} réponses sont à corriger` : 'Une réponse est à corriger';
  },
  email: 'Adresse professionnelle',
  name: 'Prénom et nom',
  jobTitle: 'Fonction',
  optional: '(facultatif)',
  jobTitleHint: 'Telle que vos collègues la connaissent, par exemple « Responsable de la nature en ville ».',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  passwordHint: `${PASSWORD_MIN} caractères au moins. Quelques mots sans lien entre eux font un bon mot de passe.`,
  passwordAgain: 'Le même, une seconde fois',
  signIn: {
    title: 'Connexion',
    heading: 'Se connecter',
    submit: 'Se connecter',
    forgotten: 'Mot de passe oublié ?',
    refused: 'La connexion n’a pas abouti',
    emailMissing: 'Écrivez votre adresse.',
    passwordMissing: 'Écrivez votre mot de passe.',
    wrong:
      'L’adresse ou le mot de passe n’est pas le bon. Vérifiez les deux, ou demandez un nouveau mot de passe.',
    suspended: 'Ce compte est suspendu. Écrivez à l’animation du programme pour le rouvrir.',
    unavailable: 'La connexion n’a pas pu se faire. Réessayez dans un instant.',
    tooMany: (minutes: number) =>
      `Trop d’essais manqués. Attendez ${plural(minutes, 'minute', 'minutes')} avant de réessayer, ou demandez un nouveau mot de passe.`,
    passwordChanged: 'Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.',
    signedOutEverywhere: 'Tous vos appareils sont déconnectés.',
  },
  demo: {
    title: 'Essayer la démonstration',
    lead: 'Choisissez un rôle : le formulaire se remplit et vous entrez. Mot de passe commun :',
    roles: {
      'metier.a@demo.example': 'Binôme métier, ville A',
      'donnees.a@demo.example': 'Binôme données, ville A',
      'metier.b@demo.example': 'Binôme métier, ville B',
      'donnees.b@demo.example': 'Binôme données, ville B',
      'animation@demo.example': 'Animation, OpenDataFrance',
      'relecture@demo.example': 'Relecture, B. des Territoires',
      'conseil@demo.example': 'Consultante, ville A',
      'atd@demo.example': 'Animateur territorial',
      'ville@demo.example': 'Ville qui veut reproduire',
      'admin@demo.example': 'Administration',
    } satisfies Record<DemoEmail, string>,
  },
  forgotten: {
    title: 'Mot de passe oublié',
    lead: 'Écrivez l’adresse de votre compte : nous y envoyons un lien pour choisir un nouveau mot de passe.',
    submit: 'Recevoir le lien',
    sent: (email: string) =>
      `Si un compte existe pour ${email}, un courriel vient de partir. Son lien sert une fois, pendant une heure.`,
    notReceived:
      'Rien reçu ? Regardez dans les indésirables, vérifiez l’adresse, ou demandez à l’animation de votre groupe.',
    back: 'Revenir à la connexion',
  },
  reset: {
    title: 'Choisir un mot de passe',
    lead: 'Vos autres appareils seront déconnectés.',
    submit: 'Enregistrer le mot de passe',
    unusable: 'Ce lien a déjà servi, ou il est trop ancien. Demandez-en un nouveau.',
    again: 'Demander un nouveau lien',
  },
  invitation: {
    title: 'Invitation',
    heading: (group: string | null) => (group ? `Rejoindre « ${group} »` : 'Créer votre compte'),
    lead: (inviter: string) =>
      `${inviter} vous invite. Choisissez un mot de passe : votre compte sera créé et vous entrerez aussitôt.`,
    role: (role: string) => `Votre rôle dans le groupe : ${role}`,
    submit: 'Créer mon compte',
    unusableTitle: 'Cette invitation ne sert plus',
  },
  installation: {
    title: 'Première installation',
    lead: 'Personne n’a encore de compte ici. Créez celui qui administrera cet espace : il invitera les autres.',
    submit: 'Créer le compte d’administration',
  },
  account: {
    title: 'Mon compte',
    tabs: 'Mon compte',
    profile: 'Profil',
    security: 'Sécurité',
    profileTitle: 'Comment les autres vous voient',
    save: 'Enregistrer',
    saved: 'Votre profil est enregistré.',
    emailHint: 'Pour en changer, écrivez à l’animation du programme.',
    organisation: 'Organisation',
    noOrganisation: 'Aucune organisation',
    platformRole: 'Rôle sur la plateforme',
  },
  security: {
    title: 'Sécurité',
    passwordTitle: 'Changer de mot de passe',
    passwordLead: 'Vos autres appareils seront déconnectés.',
    currentPassword: 'Mot de passe actuel',
    wrongPassword: 'Ce n’est pas votre mot de passe actuel.',
    change: 'Changer de mot de passe',
    changed: 'Votre nouveau mot de passe est enregistré. Vos autres appareils sont déconnectés.',
    sessionsTitle: 'Appareils connectés',
    sessionsTable: 'Appareils connectés à votre compte, le dernier utilisé en premier',
    device: 'Appareil',
    since: 'Depuis',
    lastUsed: 'Dernière utilisation',
    thisDevice: 'Cet appareil',
    deviceName: (browser: string | null, system: string | null) =>
      browser && system ? `${browser} sur ${system}` : (browser ?? system ?? 'Appareil inconnu'),
    close: 'Déconnecter',
    closeOf: (device: string) => `Déconnecter ${device}`,
    closed: 'L’appareil est déconnecté.',
    everywhere: 'Se déconnecter partout',
    everywhereLead: 'Sur tous vos appareils, celui-ci compris. Ce que vous avez écrit reste enregistré.',
  },
  invite: {
    refused: 'L’invitation n’est pas partie',
    organisation: 'Organisation',
    noOrganisation: 'Sans organisation',
    group: 'Groupe',
    noGroup: 'Aucun groupe pour le moment',
    role: 'Rôle dans le groupe',
    submit: 'Envoyer l’invitation',
    pending: 'Invitations en attente',
    pendingCount: (count: number) => plural(count, 'invitation en attente', 'invitations en attente'),
    by: (inviter: string) => `par ${inviter}`,
    validUntil: (day: string) => `valable jusqu’au ${day}`,
    expired: 'Expirée',
    resend: 'Renvoyer',
    resendTo: (email: string) => `Renvoyer l’invitation de ${email}`,
    withdraw: 'Retirer',
    withdrawFrom: (email: string) => `Retirer l’invitation de ${email}`,
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
      'Cette invitation n’est plus valable. Si vous avez déjà un compte, connectez-vous ; sinon, demandez une nouvelle invitation.',
    'invitation.notFound': 'Cette invitation n’existe plus.',
  } satisfies Record<PersonError | InvitationError, string>,
} as const;
