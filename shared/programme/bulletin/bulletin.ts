import { parseTitle } from '../../kernel/title.ts';
import { TOLD_TO, type ToldTo } from '../told-to.ts';
import type { BulletinError } from './bulletin-errors.ts';

const TEXT_MAX = 5_000;

/** What a form sends of an announcement. */
export interface TypedBulletin {
  readonly title: string;
  readonly text: string;
  /** Nothing is chosen in advance. */
  readonly toldTo: string;
}
export interface BulletinFields {
  readonly title: string;
  readonly text: string;
  readonly toldTo: ToldTo;
}

/** [AE2] Reads what a form says of an announcement. */
export function parseBulletin(
  typed: TypedBulletin,
):
  | { readonly fields: BulletinFields }
  | { readonly faults: Partial<Record<keyof TypedBulletin, BulletinError>> } {
  const title = parseTitle(typed.title);
  const text = typed.text.trim();
  const toldTo = TOLD_TO.find((known) => known === typed.toldTo);
  const faults: Partial<Record<keyof TypedBulletin, BulletinError>> = {};
  if (!title.ok) faults.title = 'bulletin.titleInvalid';
  if (text === '') faults.text = 'bulletin.textMissing';
  if (text.length > TEXT_MAX) faults.text = 'bulletin.textTooLong';
  if (!toldTo) faults.toldTo = 'bulletin.toldToMissing';
  if (!title.ok || !toldTo || Object.keys(faults).length > 0) return { faults };
  return { fields: { title: title.value, text, toldTo } };
}

export type BulletinState = 'draft' | 'published' | 'withdrawn';

/** [AE3] Where it stands. Withdrawn before it was published, it is a draft again when it is given back. */
export function bulletinStateOf({
  publishedAt,
  withdrawnAt,
}: {
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
}): BulletinState {
  if (withdrawnAt) return 'withdrawn';
  return publishedAt ? 'published' : 'draft';
}

/** An announcement as its page shows it. */
export interface Bulletin extends BulletinFields {
  readonly id: string;
  readonly publishedAt: Date | null;
  /** Of what it says, after its publication. */
  readonly changedAt: Date | null;
  readonly withdrawnAt: Date | null;
}
