import { z } from 'zod';
import { listDeliveries } from '#db/operations/webhook/webhook-log.ts';
import { findWebhook, listWebhooks } from '#db/operations/webhook/webhooks.ts';
import { askedPage } from '#shared/kernel/paging.ts';
import type { Result } from '#shared/kernel/result.ts';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { goOn } from '../../kernel/done.server.ts';
import { parseForm, refuseBy } from '../../kernel/refusal.server.ts';
import type { SettingsPlace } from '../../people/group/settings-place.server.ts';

/** What the list of webhooks shows. */
export async function loadWebhooks({ group, userId, services }: SettingsPlace) {
  const { db, now, webhooks } = services;
  const at = now();
  const listed = granted(await listWebhooks(db, { groupId: group?.id ?? null, userId, now: at }));
  return { webhooks: listed, isOn: webhooks.isOn, now: at };
}

/** Makes one, and answers with its secret, which is shown this once. */
export async function makeWebhook({ group, userId, services, request }: SettingsPlace) {
  const typed = readForm(await request.formData());
  const { secret, closed } = services.webhooks.newSecret();
  const wish = { ...typed, groupId: group?.id ?? null, secret: closed };
  const made = await services.operations.run('webhook.create', { userId }, wish);
  if (made.ok) return { made: { secret, path: webhookPaths.one(group, made.value.id) } };
  return refuseBy(made, shownAgain(typed));
}

/** What the page of one webhook shows. */
export async function loadWebhook(webhookId: string, { group, userId, services, request }: SettingsPlace) {
  const { db, now, webhooks } = services;
  const at = now();
  const asked = { groupId: group?.id ?? null, userId, now: at, webhookId };
  const webhook = granted(await findWebhook(db, asked));
  const { searchParams } = new URL(request.url);
  const log = granted(await listDeliveries(db, { ...asked, page: askedPage(searchParams) }));
  return { webhook, ...log, isOn: webhooks.isOn, now: at };
}

const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['save', 'pause', 'resume', 'rotate', 'test', 'remove']) }),
  z.object({ intent: z.literal('again'), delivery: z.string().max(100) }),
]);

/** The gestures of that page. */
export async function changeOneWebhook(
  webhookId: string,
  { group, userId, services, context, request }: SettingsPlace,
) {
  const { db, now, webhooks, operations } = services;
  const place = { groupId: group?.id ?? null, webhookId };
  granted(await findWebhook(db, { ...place, userId, now: now() }));
  const form = await request.formData();
  const gesture = parseForm(Gesture, form);
  const by = { userId };
  if (gesture.intent === 'rotate') {
    const { secret, closed } = webhooks.newSecret();
    const rotated = await operations.run('webhook.rotate', by, { ...place, secret: closed });
    return rotated.ok ? { rotated: { secret } } : refuseBy(rotated, null);
  }
  if (gesture.intent === 'save') {
    const typed = readForm(form);
    const saved = await operations.run('webhook.change', by, { ...place, ...typed });
    if (!saved.ok) return refuseBy(saved, shownAgain(typed));
  } else {
    const done =
      gesture.intent === 'again'
        ? await operations.run('webhook.again', by, { ...place, delivery: gesture.delivery })
        : await operations.run(`webhook.${gesture.intent}`, by, place);
    if (!done.ok) return refuseBy(done, null);
  }
  const page = gesture.intent === 'remove' ? webhookPaths.list(group) : webhookPaths.one(group, webhookId);
  throw goOn(context, { to: page, said: words[SAID_OF[gesture.intent]], focus: null });
}

const SAID_OF = {
  save: 'saved',
  pause: 'isPaused',
  resume: 'isResumed',
  remove: 'removed',
  test: 'testQueued',
  again: 'againQueued',
} as const;

const text = z.string().max(2_000).catch('');
const Typed = z.object({ name: text, url: text, which: z.enum(['all', 'some']) });
type Typed = z.output<typeof Typed> & { readonly types: string[] };

function readForm(form: FormData): Typed {
  const types = form.getAll('types').filter((type) => typeof type === 'string');
  return { ...parseForm(Typed, form), types };
}

const shownAgain = ({ which, ...typed }: Typed) => ({ ...typed, all: which === 'all' });

/** The value; a refusal of the rights is a page of its own. */
function granted<T>(result: Result<T, 'access.notFound' | 'access.forbidden'>): T {
  if (result.ok) return result.value;
  throw result.error === 'access.forbidden' ? forbidden() : notFound();
}
