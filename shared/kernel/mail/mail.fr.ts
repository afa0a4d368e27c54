import type { DocumentRole } from '#shared/documents/document-access.ts';

/** What a right on a document is, before its title. */
const WISHES = { editor: 'écrire dans', commenter: 'commenter', reader: 'lire' } satisfies Record<
  DocumentRole,
  string
>;

/** Words of the mails. Names in them come from people: they are text, never markup. */
export const mail = {
  /** [IB4] After a gesture that made a mail, where no server sends any: to whoever reads them, and to all others. */
  keptHere:
    'Aucun serveur d’envoi n’est réglé : aucun courriel ne part, ils sont gardés dans Administration, Courriels.',
  noServer:
    'Aucun serveur d’envoi n’est réglé sur cette installation : aucun courriel ne part pour le moment.',
  invitation: ({ inviter, group, lastDay }: { inviter: string; group: string | null; lastDay: string }) => ({
    subject: group ? `${inviter} vous invite dans « ${group} »` : `${inviter} vous invite dans Cordée`,
    paragraphs: [
      'Bonjour,',
      group
        ? `${inviter} vous invite à rejoindre le groupe de travail « ${group} » sur Cordée, l’espace où les groupes du programme Action Cœur de Ville Data écrivent et s’organisent ensemble.`
        : `${inviter} vous invite sur Cordée, l’espace où les groupes du programme Action Cœur de Ville Data écrivent et s’organisent ensemble.`,
      `Choisissez votre mot de passe pour créer votre compte. Ce lien sert une fois, jusqu’au ${lastDay}.`,
    ],
    action: 'Créer mon compte',
    notice:
      'Vous recevez ce courriel parce que quelqu’un a saisi votre adresse. Si vous n’attendiez pas cette invitation, ignorez-la : rien ne sera créé.',
  }),
  addedToGroup: ({ inviter, group }: { inviter: string; group: string }) => ({
    subject: `Vous êtes maintenant membre de « ${group} »`,
    paragraphs: [
      'Bonjour,',
      `${inviter} vous a ajouté au groupe de travail « ${group} » sur Cordée. Vous pouvez y entrer avec votre compte habituel.`,
    ],
    action: 'Ouvrir le groupe',
    notice: 'Vous recevez ce courriel parce que vous avez un compte sur Cordée.',
  }),
  infectedFile: ({
    file,
    title,
    group,
    found,
  }: {
    file: string;
    title: string;
    group: string;
    found: string;
  }) => ({
    subject: `L’antivirus a refusé « ${file} »`,
    paragraphs: [
      'Bonjour,',
      `L’antivirus a trouvé un programme dangereux (${found}) dans le fichier « ${file} » de la ressource « ${title} », partagée dans le groupe « ${group} ». Personne ne peut le télécharger, et il a été effacé du serveur.`,
      'Si le fichier vient de votre poste, faites-le examiner avant d’en envoyer une autre version.',
    ],
    action: 'Ouvrir la ressource',
    notice: `Vous recevez ce courriel parce que vous avez envoyé ce fichier, ou que vous animez le groupe « ${group} ».`,
  }),
  accessRequested: ({
    asker,
    organisation,
    title,
    group,
    role,
    message,
  }: {
    asker: string;
    organisation: string | null;
    title: string;
    group: string;
    role: DocumentRole;
    message: string;
  }) => ({
    subject: `${asker} demande à ${WISHES[role]} « ${title} »`,
    paragraphs: [
      'Bonjour,',
      `${asker}${organisation ? ` (${organisation})` : ''} demande à ${WISHES[role]} le document « ${title} » du groupe « ${group} ».`,
      ...(message ? [`Son message :`, ...message.split('\n').filter(Boolean)] : []),
      'Sur la page des accès du document, vous acceptez ou vous refusez ; la réponse part par courriel.',
    ],
    action: 'Répondre à la demande',
    notice: `Vous recevez ce courriel parce que vous animez le groupe « ${group} » sur Cordée.`,
  }),
  accessGranted: ({ title, role }: { title: string; role: DocumentRole }) => ({
    subject: `Vous pouvez maintenant ${WISHES[role]} « ${title} »`,
    paragraphs: [
      'Bonjour,',
      `Votre demande a été acceptée : vous pouvez maintenant ${WISHES[role]} le document « ${title} », avec votre compte habituel.`,
    ],
    action: 'Ouvrir le document',
    notice: 'Vous recevez ce courriel parce que vous avez demandé l’accès à ce document sur Cordée.',
  }),
  /** The title only for those who may read it. */
  accessDeclined: ({ title, day }: { title: string | null; day: string }) => ({
    subject: title
      ? `Votre demande sur « ${title} » n’a pas été acceptée`
      : 'Votre demande d’accès n’a pas été acceptée',
    paragraphs: [
      'Bonjour,',
      title
        ? `Votre demande du ${day} sur le document « ${title} » n’a pas été acceptée. Vous gardez les droits que vous aviez.`
        : `Votre demande d’accès du ${day} n’a pas été acceptée. Si vous en avez besoin, parlez-en à la personne qui vous a donné l’adresse.`,
    ],
    action: title ? 'Ouvrir le document' : 'Revoir l’adresse demandée',
    notice: 'Vous recevez ce courriel parce que vous avez demandé cet accès sur Cordée.',
  }),
  trial: {
    subject: 'Courriel d’essai',
    paragraphs: [
      'Bonjour,',
      'Vous avez demandé un courriel d’essai depuis la page « État de la plateforme ». Il vous est parvenu : Cordée envoie ses courriels.',
      'S’il est arrivé parmi les indésirables, vérifiez chez votre hébergeur les réglages SPF, DKIM et DMARC du domaine qui expédie.',
    ],
    action: 'Revenir à l’état de la plateforme',
    notice: 'Vous recevez ce courriel parce que vous venez de le demander. Personne d’autre ne l’a reçu.',
  },
  signInLink: {
    subject: 'Votre lien de connexion',
    paragraphs: [
      'Bonjour,',
      'Quelqu’un, sans doute vous, a demandé un lien pour se connecter à Cordée. Il sert une fois, pendant un quart d’heure, de préférence dans le navigateur qui l’a demandé.',
    ],
    action: 'Se connecter',
    notice:
      'Si vous n’avez rien demandé, ignorez ce courriel, et ne transmettez ce lien à personne : il ouvre votre compte.',
  },
  passwordReset: {
    subject: 'Choisir un nouveau mot de passe',
    paragraphs: [
      'Bonjour,',
      'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte Cordée. Ce lien sert une fois, pendant une heure. Une fois le nouveau mot de passe choisi, vos autres appareils seront déconnectés.',
    ],
    action: 'Choisir un mot de passe',
    notice: 'Si vous n’avez rien demandé, ignorez ce courriel : votre mot de passe actuel reste le bon.',
  },
} as const;
