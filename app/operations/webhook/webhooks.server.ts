import { redirect } from 'react-router';
import { z } from 'zod';
import { listDeliveries } from '#db/operations/webhook/webhook-log.ts';
import {
  changeWebhook,
  deleteWebhook,
  findWebhook,
  listWebhooks,
  pauseWebhook,
  resumeWebhook,
} from '#db/operations/webhook/webhooks.ts';
import type { DomainError } from '#shared/errors.ts';
import { askedPage } from '#shared/kernel/paging.ts';
import type { Result } from '#shared/kernel/result.ts';
import { parseWebhook } from '#shared/operations/webhook/webhook.ts';
import { webhookPaths } from '#shared/operations/webhook/webhook-paths.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm, refuse } from '../../kernel/refusal.server.ts';
import type { SettingsPlace } from '../../people/group/settings-place.server.ts';

/** What the last gesture did, for the page that follows it. */
const SAID = ['saved', 'isPaused', 'isResumed', 'removed', 'testQueued', 'againQueued'] as const;
type Said = (typeof SAID)[number];

/** What the list of webhooks shows. */
export async function loadWebhooks({ group, userId, services, request }: SettingsPlace) {
  const { db, now, webhooks } = services;
  const at = now();
  const listed = granted(await listWebhooks(db, { groupId: group?.id ?? null, userId, now: at }));
  return { webhooks: listed, isOn: webhooks.isOn, said: saidOf(request), now: at };
}

/** Makes one, and answers with its secret, which is shown this once. */
export async function makeWebhook({ group, userId, services, request }: SettingsPlace) {
  const read = readForm(await request.formData());
  if (!read.parsed.ok) return refuse(read.parsed.errors, read.typed);
  const made = await services.webhooks.create({
    groupId: group?.id ?? null,
    userId,
    fields: read.parsed.value,
  });
  if (made.ok) return { made: { secret: made.value.secret, path: webhookPaths.one(group, made.value.id) } };
  return refuse({ '': refused(made.error) }, read.typed);
}

/** What the page of one webhook shows. */
export async function loadWebhook(webhookId: string, { group, userId, services, request }: SettingsPlace) {
  const { db, now, webhooks } = services;
  const at = now();
  const asked = { groupId: group?.id ?? null, userId, now: at, webhookId };
  const webhook = granted(await findWebhook(db, asked));
  const { searchParams } = new URL(request.url);
  const log = granted(await listDeliveries(db, { ...asked, page: askedPage(searchParams) }));
  return { webhook, ...log, isOn: webhooks.isOn, said: saidOf(request), now: at };
}

const Gesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['save', 'pause', 'resume', 'rotate', 'test', 'delete']) }),
  z.object({ intent: z.literal('again'), delivery: z.string().max(100) }),
]);

/** The gestures of that page. */
export async function changeOneWebhook(
  webhookId: string,
  { group, userId, services, request }: SettingsPlace,
) {
  const { db, now, webhooks } = services;
  const place = { groupId: group?.id ?? null, userId, webhookId };
  const asked = { ...place, now: now() };
  granted(await findWebhook(db, asked));
  const form = await request.formData();
  const gesture = parseForm(Gesture, form);
  const page = webhookPaths.one(group, webhookId);
  const done = (result: Result<unknown, DomainError>, said: Said, to = page) => {
    if (!result.ok) return refuse({ '': refused(result.error) }, null);
    throw redirect(`${to}?etat=${said}`);
  };
  switch (gesture.intent) {
    case 'save': {
      const { parsed, typed } = readForm(form);
      if (!parsed.ok) return refuse(parsed.errors, typed);
      return done(await changeWebhook(db, { ...asked, fields: parsed.value }), 'saved');
    }
    case 'pause':
      return done(await pauseWebhook(db, asked), 'isPaused');
    case 'resume':
      return done(await resumeWebhook(db, asked), 'isResumed');
    case 'test':
      return done(await webhooks.sendTest(place), 'testQueued');
    case 'again':
      return done(await webhooks.sendAgain({ ...place, deliveryId: gesture.delivery }), 'againQueued');
    case 'delete':
      return done(await deleteWebhook(db, asked), 'removed', webhookPaths.list(group));
    case 'rotate': {
      const rotated = granted(await webhooks.rotate(place));
      return { rotated };
    }
  }
}

const text = z.string().max(2_000).catch('');
const Typed = z.object({ name: text, url: text, which: z.enum(['all', 'some']) });

function readForm(form: FormData) {
  const { which, ...fields } = parseForm(Typed, form);
  const types = form.getAll('types').filter((type) => typeof type === 'string');
  const typed = { ...fields, all: which === 'all', types };
  return { typed, parsed: parseWebhook(typed) };
}

function saidOf(request: Request): Said | null {
  const asked = new URL(request.url).searchParams.get('etat');
  return SAID.find((said) => said === asked) ?? null;
}

/** The value; a refusal of the rights is a page of its own. */
function granted<T>(result: Result<T, 'access.notFound' | 'access.forbidden'>): T {
  if (result.ok) return result.value;
  throw result.error === 'access.forbidden' ? forbidden() : notFound();
}

/** A refusal that the form tells; that of the rights is a page of its own. */
function refused(error: DomainError): DomainError {
  if (error === 'access.notFound') throw notFound();
  if (error === 'access.forbidden') throw forbidden();
  return error;
}
