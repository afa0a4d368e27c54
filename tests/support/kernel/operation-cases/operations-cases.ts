import { randomUUID } from 'node:crypto';
import { RETENTION_KEYS, RETENTIONS } from '#shared/operations/personal-data/retention.ts';
import { type Cases, COORDINATION, FACILITATORS, SIGNED_IN, type TriedWorld } from './operation-case.ts';

const WEBHOOK = { name: 'Salon', url: 'https://exemple.fr/entree', which: 'all' as const, types: [] };
const ofWebhook = ({ groupId, webhookId }: TriedWorld) => ({ groupId, webhookId });

/** Operations of the platform itself. */
export const operationsCases: Cases<
  | `accessToken.${'create' | 'revoke'}`
  | `erasure.${'ask' | 'cancel'}`
  | 'ownData.ask'
  | 'retention.set'
  | `archive.${'ask' | 'cancel'}`
  | `webhook.${'create' | 'change' | 'pause' | 'resume' | 'rotate' | 'remove' | 'test' | 'again'}`
  | 'heldLetters.answer'
> = {
  // Without a sign-in of today it is refused, to everybody who has an account.
  'accessToken.create': {
    input: () => ({
      ...{ name: 'Salon', scopes: ['groups:read'], days: 30 },
      ...{ forOrganisation: false, sessionId: 'none' },
    }),
    allowed: SIGNED_IN,
  },
  // Absent, whoever asks, where there is none: whose token it is decides, in `tests/db/operations/token/access-tokens.test.ts`.
  'accessToken.revoke': { input: () => ({ token: 'unknown' }), allowed: [] },
  'erasure.ask': { input: ({ colleagueId }) => ({ userId: colleagueId }), allowed: ['admin'] },
  'erasure.cancel': { input: ({ colleagueId }) => ({ userId: colleagueId }), allowed: ['admin'] },
  'ownData.ask': { input: () => ({}), allowed: SIGNED_IN },
  'retention.set': {
    input: () => Object.fromEntries(RETENTION_KEYS.map((key) => [key, String(RETENTIONS[key].days)])),
    allowed: COORDINATION,
  },
  'archive.ask': { input: ({ groupId }) => ({ groupId }), allowed: FACILITATORS },
  'archive.cancel': { input: () => ({ archive: randomUUID() }), allowed: SIGNED_IN },
  'webhook.create': {
    input: ({ groupId }) => ({ groupId, ...WEBHOOK, secret: 'sealed' }),
    allowed: FACILITATORS,
  },
  'webhook.change': { input: (world) => ({ ...ofWebhook(world), ...WEBHOOK }), allowed: FACILITATORS },
  'webhook.pause': { input: ofWebhook, allowed: FACILITATORS },
  'webhook.resume': { input: ofWebhook, allowed: FACILITATORS },
  'webhook.rotate': { input: (world) => ({ ...ofWebhook(world), secret: 'sealed' }), allowed: FACILITATORS },
  'webhook.remove': { input: ofWebhook, allowed: FACILITATORS },
  'webhook.test': { input: ofWebhook, allowed: FACILITATORS },
  // Absent, whoever asks, where nothing was sent yet.
  'webhook.again': { input: (world) => ({ ...ofWebhook(world), delivery: 'none' }), allowed: [] },
  'heldLetters.answer': {
    input: ({ colleagueId }) => ({ userId: colleagueId, gesture: 'withdraw' }),
    allowed: ['admin'],
  },
};
