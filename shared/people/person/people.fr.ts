import type { InvitationError, OrganisationError, PersonError } from '#shared/errors.ts';
import type { OrganisationKind } from '#shared/people/organisation/organisation.ts';
import {
  EMAIL_MAX,
  JOB_TITLE_MAX,
  NAME_MAX,
  PASSWORD_MAX,
  PASSWORD_MIN,
} from '#shared/people/person/person.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** A commune of the register, as a sentence names it. */
interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly department: string;
}

/** Words of people and their accounts. */
export const people = {
  /** The panel beside every door. */
  siteMap: 'Plan du site',
  slogan: 'Les villes avancent encordées.',
  pitch:
    'L’espace où les groupes de travail d’Action Cœur de Ville Data écrivent leurs bonnes pratiques, suivent leurs expérimentations et les transmettent aux 222 villes du programme.',
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
  jobTitleHint: 'Telle que vos collègues la connaissent, par exemple « Responsable de la nature en ville ».',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  passwordHint: `${PASSWORD_MIN} caractères au moins. Quelques mots sans lien entre eux font un bon mot de passe.`,
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
    until: (day: string) => `Jusqu’au ${day}, inclus.`,
    role: (role: string) => `Votre rôle dans le groupe : ${role}`,
    submit: 'Créer mon compte',
    unusableTitle: 'Cette invitation ne sert plus',
  },
  installation: {
    title: 'Première installation',
    lead: 'Personne n’a encore de compte ici. Créez celui qui administrera cet espace : il invitera les autres.',
    /** Explained before it is demanded ([ID3]). */
    next: 'Ensuite, Cordée demandera de protéger ce compte par un code de votre téléphone : installez une application d’authentification, gratuite, ou gardez la vôtre à portée. Deux minutes suffisent.',
    submit: 'Créer le compte d’administration',
  },
  account: {
    title: 'Mon compte',
    tabs: 'Mon compte',
    profile: 'Profil',
    security: 'Sécurité',
    notifications: 'Notifications',
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
    closeOf: (device: string, usedAt: string) => `Déconnecter ${device}, dernière utilisation : ${usedAt}`,
    closed: 'L’appareil est déconnecté.',
    others: 'Déconnecter les autres appareils',
    othersClosed: 'Les autres appareils sont déconnectés.',
    from: (address: string) => `depuis l’adresse ${address}`,
    everywhere: 'Se déconnecter partout',
    everywhereLead:
      'Sur tous vos appareils, celui-ci compris. Ce que vous avez écrit reste enregistré, et vos jetons d’accès restent valables.',
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
    lastDay: 'Dernier jour dans le groupe',
    lastDayHint: 'Laissez vide pour une participation sans date de fin.',
    until: (day: string) => `jusqu’au ${day}`,
    validUntil: (day: string) => `valable jusqu’au ${day}`,
    expired: 'Expirée',
    resend: 'Renvoyer',
    resendTo: (email: string) => `Renvoyer l’invitation de ${email}`,
    withdraw: 'Retirer',
    withdrawFrom: (email: string) => `Retirer l’invitation de ${email}`,
  },
  administration: {
    lead: 'Ce qui concerne toute la plateforme, au-delà d’un groupe.',
    people: 'Personnes et organisations',
    peopleLead: 'Inviter, suspendre, rétablir un compte.',
    cities: 'Villes du programme',
    citiesLead: 'Importer la liste des villes, avec un rapport avant d’écrire.',
    mails: 'Courriels gardés ici',
    mailsLead: 'Sans serveur d’envoi, les courriels attendent dans le dossier de données.',
    title: 'Personnes',
    count: (count: number) => plural(count, 'compte', 'comptes'),
    search: 'Chercher par nom, adresse ou organisation',
    searchSubmit: 'Chercher',
    showAll: 'Tout afficher',
    none: 'Aucun compte ne correspond.',
    table: 'Comptes, par ordre alphabétique',
    person: 'Personne',
    organisation: 'Organisation',
    platformRole: 'Rôle sur la plateforme',
    state: 'État',
    active: 'Actif',
    suspendedOn: (day: string) => `Suspendu le ${day}`,
    edit: 'Modifier',
    close: 'Refermer',
    save: 'Enregistrer',
    resetSecondFactor: 'Retirer sa double authentification',
    suspend: 'Suspendre le compte',
    restore: 'Rétablir le compte',
    closeSessions: 'Déconnecter ses appareils',
    nameAdmin: 'Nommer référent de son organisation',
    removeAdmin: 'Retirer son rôle de référent',
    isAdmin: 'Référent de son organisation',
    /** Said after the name of a button, for those who hear it alone. */
    named: (name: string) => `, ${name}`,
    refused: 'Ce changement n’a pas pu se faire',
    inviteTitle: 'Inviter quelqu’un',
    organisationsTitle: 'Organisations',
    organisationsCount: (count: number) => plural(count, 'organisation', 'organisations'),
    organisationsLead: 'Leurs noms, leurs communes, leurs adresses déclarées et qui signe pour elles.',
    organisationsSearch: 'Chercher par nom',
    organisationsNone: 'Aucune organisation ne correspond.',
    newOrganisation: 'Nouvelle organisation',
    organisationName: 'Nom',
    shortName: 'Deux lettres',
    shortNameHint: 'Pour sa marque carrée, par exemple VA pour Valmont-sur-Loire.',
    shortNameFree:
      'Pour sa marque carrée, par exemple VA pour Valmont-sur-Loire. Laissez vide : elles viennent du nom.',
    kind: 'Nature',
    create: 'Créer l’organisation',
    municipality: 'Commune du registre',
    municipalityHint:
      'Code Insee ou nom. Sa taille, sa région, ses structures d’animation et sa place sur la carte en viennent. Laissez vide pour ce qui n’est pas une commune.',
    municipalityIs: ({ name, code, department }: Municipality) =>
      `${name} (${code}${department ? `, ${department}` : ''}). Videz le champ pour la détacher du registre.`,
    namesakes: (found: readonly Municipality[]) =>
      `Plusieurs communes portent ce nom : ${found.map(({ code, department }) => `${code}${department ? ` (${department})` : ''}`).join(', ')}. Écrivez le code de la bonne.`,
    peopleOf: (count: number) =>
      count === 0
        ? 'Personne n’en fait encore partie.'
        : plural(count, 'personne en fait partie', 'personnes en font partie'),
    changeOrganisation: (name: string) => `Modifier : ${name}`,
    saveOrganisation: 'Enregistrer',
    organisationSaved: 'L’organisation est enregistrée.',
    kinds: {
      municipality: 'Commune',
      intermunicipality: 'Intercommunalité',
      department: 'Département',
      region: 'Région',
      stateService: 'Service de l’État',
      agency: 'Agence ou syndicat',
      operator: 'Opérateur public',
      territorialFacilitator: 'Animation territoriale des données',
      coordinator: 'Coordination du programme',
      funder: 'Financeur',
      electedAssociation: 'Association d’élus',
      association: 'Association',
      thinkTank: 'Laboratoire d’idées',
      consultancy: 'Cabinet de conseil',
      company: 'Entreprise',
    } satisfies Record<OrganisationKind, string>,
    news: {
      invitation: 'L’invitation est faite, son courriel est écrit.',
      ajout: 'Cette personne avait déjà un compte : elle est maintenant membre du groupe.',
      renvoi: 'L’invitation est refaite avec un nouveau lien, son courriel est écrit. L’ancien ne sert plus.',
      retrait: 'L’invitation est retirée : son lien ne sert plus.',
      changement: 'Le changement est enregistré.',
      suspension: 'Le compte est suspendu. Ses appareils sont déconnectés, ses textes restent.',
      retablissement: 'Le compte est rétabli, avec les mêmes droits.',
      effacement: 'Le compte sera effacé dans trente jours. D’ici là, cela s’annule.',
      garde: 'L’effacement est annulé.',
      deconnexion: 'Ses appareils sont déconnectés, et un courriel le lui dit. Le compte reste ouvert.',
      nomination: 'Cette personne est référente de son organisation. Un courriel le lui dit.',
      destitution: 'Cette personne n’est plus référente de son organisation.',
      'double-authentification':
        'La double authentification est retirée, et les appareils de cette personne sont déconnectés.',
      organisation: 'L’organisation est créée.',
    },
  },
  mails: {
    title: 'Courriels',
    lead: 'Aucun serveur d’envoi n’est réglé (SMTP_URL) : voici les courriels qui seraient partis, le plus récent en premier. Leurs liens ouvrent des comptes : ne les transmettez qu’à leur destinataire.',
    none: 'Aucun courriel pour le moment.',
    to: (email: string) => `à ${email}`,
    read: 'Lire',
    file: (name: string) => `Fichier joint : ${name}`,
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
    'person.passwordCommon':
      'Ce mot de passe est de ceux que l’on essaie en premier. Choisissez plutôt plusieurs mots qui ne vont pas ensemble.',
    'person.notFound': 'Ce compte n’existe pas, ou n’existe plus.',
    'person.suspended': 'Ce compte est suspendu.',
    'person.ownAccount': 'Vous ne pouvez pas faire cela à votre propre compte.',
    'person.outOfReach':
      'Ce compte a un rôle sur la plateforme ou est référent comme vous : demandez à l’administration de la plateforme.',
    'person.noOrganisation': 'Choisissez d’abord l’organisation de ce compte.',
    'person.suspendSelf': 'Vous ne pouvez pas suspendre votre propre compte.',
    'person.lastAdmin':
      'Il faut au moins une personne pour administrer : donnez d’abord ce rôle à quelqu’un d’autre.',
    'person.alreadyInstalled': 'Cette installation a déjà son administration : connectez-vous.',
    'person.noSecondFactor': 'Ce compte n’a pas de double authentification.',
    'person.lastWayIn': 'C’est votre dernière façon de vous connecter : gardez-la, ou ajoutez-en une autre.',
    'invitation.unusable':
      'Cette invitation n’est plus valable. Si vous avez déjà un compte, connectez-vous ; sinon, demandez une nouvelle invitation.',
    'invitation.notFound': 'Cette invitation n’existe plus.',
    'organisation.nameInvalid': 'Écrivez le nom de l’organisation, en 120 caractères au plus.',
    'organisation.nameTaken': 'Une organisation porte déjà ce nom.',
    'organisation.shortNameInvalid': 'Écrivez deux lettres ou chiffres.',
    'organisation.kindInvalid': 'Choisissez ce qu’est cette organisation.',
    'organisation.municipalityUnknown':
      'Aucune commune du registre n’a ce code ou ce nom. Écrivez son code Insee, comme 49007.',
    'organisation.municipalityTaken': 'Une autre organisation est déjà cette commune.',
    'organisation.notFound': 'Cette organisation n’existe pas.',
  } satisfies Record<PersonError | InvitationError | OrganisationError, string>,
} as const;
