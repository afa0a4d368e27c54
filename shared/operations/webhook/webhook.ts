import { storable } from '../../kernel/storable.ts';
import type { OutsideVerb, ProgrammeVerb } from '../../people/activity/programme-events.ts';
import { isOutside, programmeEventOf } from '../../people/activity/programme-events.ts';
import { CHANGE_TYPES, type ChangeType } from '../change/change.ts';
import type { WebhookError } from './webhook-errors.ts';

/** [WH2] How many one group, or the whole space, may have. */
export const WEBHOOKS_MAX = 20;
const NAME_MAX = 80;
const ADDRESS_MAX = 500;

/** [WH3] How long the secret before a change still signs beside the new one. */
export const OLDER_SECRET_HOURS = 24;

/** [WH4] Seconds before each try after the first: eight tries in two days. */
const WAITS = [30, 300, 1_800, 7_200, 21_600, 50_400, 86_400] as const;
export const TRIES_MAX = WAITS.length + 1;

/** [WH4] How long to wait after so many tries that failed; null after the last. */
export function waitAfter(tries: number): number | null {
  return WAITS[tries - 1] ?? null;
}

/** [WH5] Seconds for one try, and bytes of an answer that are kept. */
export const TRY_SECONDS = 10;
export const ANSWER_BYTES = 1_024;

/** What is sent to try a webhook; it happens to nothing. */
export const TEST_TYPE = 'webhook.test';

/** [WH6] Why a webhook sends nothing. */
export const PAUSE_REASONS = ['byHand', 'failed', 'gone', 'owner'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** [WH7] What became of one event for one webhook. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed', 'skipped', 'withdrawn'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** [WH10] What other programs may be told: the change feed, but for what some of the programme may not know. */
export type WebhookType = Exclude<ChangeType, ProgrammeVerb> | OutsideVerb;
export const WEBHOOK_TYPES: readonly WebhookType[] = CHANGE_TYPES.filter(
  (type): type is WebhookType => isOutside(type) || programmeEventOf(type) === null,
);

/** What a form says of a webhook. `types` null: whatever happens, kinds to come included. */
export interface WebhookFields {
  readonly name: string;
  readonly url: string;
  readonly types: readonly WebhookType[] | null;
}

export interface TypedWebhook {
  readonly name: string;
  readonly url: string;
  readonly all: boolean;
  readonly types: readonly string[];
}

/** What was typed, read; or a refusal a field. */
type ParsedWebhook =
  | { readonly ok: true; readonly value: WebhookFields }
  | { readonly ok: false; readonly errors: Partial<Record<'name' | 'url' | 'types', WebhookError>> };

/** [WH2] Reads what was typed. */
export function parseWebhook(typed: TypedWebhook): ParsedWebhook {
  const name = storable(typed.name).replaceAll(/\s+/g, ' ').trim();
  const url = parseAddress(typed.url);
  const types = WEBHOOK_TYPES.filter((type) => typed.types.includes(type));
  const errors = {
    ...((name === '' || name.length > NAME_MAX) && { name: 'webhook.nameInvalid' as const }),
    ...(url === null && { url: 'webhook.addressInvalid' as const }),
    ...(!typed.all && types.length === 0 && { types: 'webhook.typesInvalid' as const }),
  };
  if (url === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, value: { name, url, types: typed.all ? null : types } };
}

/** https, without credentials; http for a program of this very machine, which `server/kernel/outside` lets through or not. */
function parseAddress(typed: string): string | null {
  const url = typed.length > ADDRESS_MAX ? null : URL.parse(typed.trim());
  if (!url || url.username || url.password) return null;
  const isOfHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOfHere)) return null;
  url.hash = '';
  return url.href;
}

/** [WH10] Those of the programme: of no group. */
export const PROGRAMME_NOUNS = [
  ...([
    'call',
    'experiment',
    'data-need',
    'issue',
    'track',
    'facilitator',
    'bulletin',
    'event',
    'newsletter',
  ] as const),
] as const;

/** The events of one noun, in the order of forms. */
export const TYPE_NOUNS = [
  'document',
  'board',
  'meeting',
  'minutes',
  'resource',
  'dataset',
  'check',
  'topic',
  'member',
  'group',
  ...PROGRAMME_NOUNS,
] as const;

/** Those of one noun. */
export function typesOfNoun(noun: (typeof TYPE_NOUNS)[number]): WebhookType[] {
  return WEBHOOK_TYPES.filter((type) => type.startsWith(`${noun}.`));
}
