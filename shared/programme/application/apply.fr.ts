import { dates } from '../../kernel/dates.fr.ts';

/** Words of the page where a city answers an open call without having been invited. */
export const apply = {
  title: 'Candidater au nom de ma ville',
  crumb: 'Candidater',
  calls: 'Appels',
  lead: 'Trois réponses et votre brouillon est ouvert. Sans compte ni mot de passe. Clôture le ',
  closed: {
    announced: (opensAt: Date) => `Cet appel ouvre le ${dates.exact(opensAt)}. Revenez à ce moment-là.`,
    over: 'Cet appel est clos : plus aucune candidature ne s’y commence.',
    next: (title: string, opensAt: Date) => `Le prochain : « ${title} », ouvert le ${dates.exact(opensAt)}.`,
    other: (title: string) => `Un autre appel est ouvert : « ${title} ».`,
    none: 'Le prochain n’est pas encore annoncé.',
    back: 'Lire l’appel',
  },
  ready: {
    title: 'Votre brouillon',
    lead: (organisation: string) => `Il portera le nom de ${organisation}.`,
    submit: 'Ouvrir mon brouillon',
    refused: 'Le brouillon n’est pas ouvert',
  },
  opened: {
    title: 'Votre brouillon est ouvert',
    name: 'Il porte le nom de',
    lead: 'Commencez par la partie que vous voulez.',
    joined: (name: string) => `${name} a déjà ouvert un brouillon : vous y écrivez ensemble.`,
    submitted: 'Cette candidature est déposée.',
    waits:
      'Votre adresse n’est pas encore connue de la collectivité. Écrivez dès maintenant : le dépôt attend la confirmation de votre rattachement, et un courriel vous préviendra.',
    go: 'Commencer',
    goOn: 'Continuer',
    read: 'Ouvrir la candidature',
    invite: 'Inviter un collègue',
    inviteSubject: (call: string) => `Notre candidature à « ${call} »`,
    inviteBody: (href: string) =>
      `Bonjour,\n\nLe brouillon de notre candidature est ouvert. Pour y écrire avec moi, donnez votre adresse professionnelle ici :\n${href}\n`,
    mailed: 'Le lien du brouillon est aussi dans votre messagerie.',
    named: (name: string) => `Vos collègues vous voient sous le nom « ${name} ».`,
    rename: 'Changer ce nom',
  },
  aside: {
    label: 'Bon à savoir',
    next: 'La suite',
    today: 'Aujourd’hui',
    todayText: 'Votre brouillon s’ouvre. Vous pouvez vous arrêter et revenir quand vous voulez.',
    until: (closesAt: Date) => `Jusqu’au ${dates.exact(closesAt)}`,
    untilText: 'Vous l’écrivez à plusieurs. Tout s’enregistre au fur et à mesure.',
    submission: 'Au dépôt',
    submissionText: 'Vous recevez un accusé avec un numéro. Une correction reste possible, sur demande.',
    after: 'Après la clôture',
    afterText: 'Toutes les villes reçoivent leur réponse, avec les motifs.',
    prepare: 'À préparer',
    questions: 'Voir les questions avant de commencer',
    help: 'Une question ?',
    helpText: 'Le guide dit comment se prépare une candidature.',
    guide: 'Lire le guide',
  },
} as const;
