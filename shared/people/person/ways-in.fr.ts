import type { ProviderRefusal } from '#shared/people/person/way-in.ts';

/** Words of the ways in beside a password: a link by mail, and providers of identities. */
export const waysIn = {
  or: 'Ou bien',
  link: {
    title: 'Recevoir un lien de connexion',
    ask: 'Recevoir un lien par courriel',
    lead: 'Écrivez l’adresse de votre compte : nous y envoyons un lien qui vous connecte sans mot de passe.',
    submit: 'Recevoir le lien',
    sent: (email: string) =>
      `Si un compte existe pour ${email}, un courriel vient de partir. Son lien sert une fois, pendant un quart d’heure. Ouvrez-le dans ce navigateur.`,
    tooMany: (minutes: number) =>
      `Trop de liens ont été demandés d’ici. Attendez ${minutes} min, ou connectez-vous autrement.`,
    openTitle: 'Se connecter avec ce lien',
    openLead: (email: string) => `Ce lien ouvre le compte ${email}.`,
    otherBrowser:
      'Ce lien n’a pas été demandé depuis ce navigateur. Si quelqu’un vous l’a transmis, n’allez pas plus loin : vous entreriez dans son compte. Si vous venez de le demander ailleurs, vous pouvez continuer ici.',
    unusable: 'Ce lien a déjà servi, ou plus d’un quart d’heure a passé. Demandez-en un nouveau.',
    again: 'Demander un nouveau lien',
  },
  provider: {
    by: (name: string) => `S’identifier avec ${name}`,
    title: (name: string) => `Connexion avec ${name}`,
    refused: {
      unavailable: (name: string) =>
        `${name} ne répond pas, ou son certificat n’est pas valable. Réessayez plus tard ; les autres façons de vous connecter restent ouvertes.`,
      clock: (name: string) =>
        `L’horloge de ${name} et celle de ce serveur ne disent pas la même heure : sa réponse paraît périmée. Prévenez l’administration ; les autres façons de vous connecter restent ouvertes.`,
      cancelled: (name: string) => `La connexion avec ${name} a été interrompue. Vous n’êtes pas connecté.`,
      invalid: (name: string) =>
        `La réponse de ${name} n’est plus valable : plus de dix minutes ont passé, ou elle ne correspond pas à votre demande. Recommencez.`,
      unknown: (name: string) =>
        `${name} vous a bien identifié, mais aucun compte d’ici n’est le vôtre : personne ne vous a encore invité à cette adresse, ou ${name} ne garantit pas qu’elle est à vous.`,
      taken: (name: string) =>
        `Cette identité ${name} ouvre déjà un autre compte : elle ne peut pas en ouvrir deux.`,
    } satisfies Record<ProviderRefusal, (name: string) => string>,
    email: (email: string) => `Adresse donnée : ${email}.`,
    whom: 'Pour être invité, écrivez à l’animation du programme ou à une personne qui y participe déjà. Si vous avez déjà un compte, connectez-vous par votre mot de passe ou par un lien, puis reliez cette identité depuis « Mon compte », « Sécurité ».',
    confirmTitle: (name: string) => `Relier ${name} à votre compte`,
    confirmLead: (email: string, name: string) =>
      `Vous entrerez désormais aussi avec cette identité ${name}${email ? ` (${email})` : ''}. Vérifiez que c’est bien la vôtre : elle ouvrira votre compte.`,
    confirm: 'Relier cette identité',
    cancel: 'Ne pas relier',
    still: (name: string) =>
      `Vous êtes déconnecté d’ici. Votre session ${name} est peut-être encore ouverte.`,
    leave: (name: string) => `Se déconnecter aussi de ${name}`,
  },
  account: {
    title: 'Façons de se connecter',
    lead: 'Une personne, plusieurs façons d’entrer. Un lien par courriel est toujours possible.',
    table: 'Façons de se connecter à votre compte',
    way: 'Façon',
    since: 'Depuis',
    password: 'Mot de passe',
    formerProvider: (issuer: string) => `${issuer} (n’est plus proposé)`,
    unlink: 'Délier',
    unlinkOf: (name: string) => `Délier ${name}`,
    link: (name: string) => `Relier ${name}`,
    linked: 'Cette identité est reliée : elle ouvre maintenant votre compte.',
    unlinked: 'Cette identité n’ouvre plus votre compte.',
  },
  proposed: (names: readonly string[]) =>
    `Proposé d’après le SIRET donné à la connexion : ${names.join(', ')}.`,
} as const;
