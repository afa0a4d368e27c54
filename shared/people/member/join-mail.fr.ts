import type { GroupRole } from '#shared/kernel/access/access.ts';
import { access } from '../../kernel/access/access.fr.ts';

/** Words of the mails about requests to join a group. Names in them come from people: they are text, never markup. */
export const joinMail = {
  asked: ({
    asker,
    organisation,
    group,
    message,
  }: {
    asker: string;
    organisation: string | null;
    group: string;
    message: string;
  }) => ({
    subject: `${asker} demande à rejoindre « ${group} »`,
    paragraphs: [
      'Bonjour,',
      `${asker}${organisation ? ` (${organisation})` : ''} demande à rejoindre le groupe de travail « ${group} ».`,
      ...(message ? ['Son message :', ...message.split('\n').filter(Boolean)] : []),
      'Sur la page des membres du groupe, vous acceptez en choisissant un rôle ou vous refusez en disant pourquoi ; la réponse part par courriel.',
    ],
    action: 'Répondre à la demande',
    notice: `Vous recevez ce courriel parce que vous animez le groupe « ${group} » sur Cordée.`,
  }),
  accepted: ({ group, role }: { group: string; role: GroupRole }) => ({
    subject: `Vous êtes maintenant membre de « ${group} »`,
    paragraphs: [
      'Bonjour,',
      `Votre demande a été acceptée : vous êtes membre du groupe de travail « ${group} ». Votre rôle : ${access.groupRoles[role]}.`,
    ],
    action: 'Ouvrir le groupe',
    notice: 'Vous recevez ce courriel parce que vous avez demandé à rejoindre ce groupe sur Cordée.',
  }),
  declined: ({ group, day, reason }: { group: string; day: string; reason: string }) => ({
    subject: `Votre demande pour « ${group} » n’a pas été acceptée`,
    paragraphs: [
      'Bonjour,',
      `Votre demande du ${day} de rejoindre le groupe de travail « ${group} » n’a pas été acceptée. Voici pourquoi :`,
      ...reason.split('\n').filter(Boolean),
    ],
    action: 'Voir les autres groupes',
    notice: 'Vous recevez ce courriel parce que vous avez demandé à rejoindre ce groupe sur Cordée.',
  }),
} as const;
