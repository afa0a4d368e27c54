import type { PauseReason } from '#shared/operations/webhook/webhook.ts';

const reasons = {
  failed: 'L’autre outil n’a pas accepté un message, après huit tentatives en deux jours.',
  gone: 'L’autre outil a répondu que cette adresse n’existe plus (410).',
} satisfies Partial<Record<PauseReason, string>>;

/** The mail to whoever answers for a webhook. */
export const webhookMail = {
  paused: ({
    name,
    group,
    reason,
  }: {
    name: string;
    group: string | null;
    reason: keyof typeof reasons;
  }) => ({
    subject: `La liaison « ${name} » est en pause`,
    paragraphs: [
      group
        ? `La liaison « ${name} » du groupe « ${group} » n’envoie plus rien.`
        : `La liaison « ${name} » de tout l’espace n’envoie plus rien.`,
      reasons[reason],
      'Sa page montre chaque tentative et ce qui a été répondu. Une fois l’autre outil réparé, envoyez un essai, puis remettez la liaison en marche ; les messages qui n’ont pas été reçus peuvent être renvoyés.',
    ],
    action: 'Ouvrir la liaison',
    notice: 'Vous recevez ce courriel parce que vous répondez de cette liaison.',
  }),
} as const;
