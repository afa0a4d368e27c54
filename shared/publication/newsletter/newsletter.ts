import { daysFrom, parseDay } from '../../kernel/day/days.ts';
import { parseTitle } from '../../kernel/title.ts';
import { TOLD_TO, type ToldTo } from '../../programme/told-to.ts';
import type { NewsletterError } from './newsletter-errors.ts';

const INTRODUCTION_MAX = 5_000;
const PERIOD_MAX = 366;

/** What a form sends of a newsletter. */
export interface TypedNewsletter {
  readonly title: string;
  readonly introduction: string;
  /** Both days included. */
  readonly fromDay: string;
  readonly toDay: string;
  /** Who reads it in the archive. */
  readonly toldTo: string;
}
export interface NewsletterFields {
  readonly title: string;
  readonly introduction: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly toldTo: ToldTo;
}
type Faults = Partial<Record<keyof TypedNewsletter, NewsletterError>>;

/** [NL2] Reads what a form says of a newsletter. */
export function parseNewsletter(
  typed: TypedNewsletter,
): { readonly fields: NewsletterFields } | { readonly faults: Faults } {
  const faults: Faults = {};
  const title = parseTitle(typed.title);
  const introduction = typed.introduction.trim();
  const [fromDay, toDay] = [parseDay(typed.fromDay), parseDay(typed.toDay)];
  const toldTo = TOLD_TO.find((known) => known === typed.toldTo);
  if (!title.ok) faults.title = 'newsletter.titleInvalid';
  if (introduction.length > INTRODUCTION_MAX) faults.introduction = 'newsletter.introductionTooLong';
  if (!fromDay) faults.fromDay = 'newsletter.dayInvalid';
  if (!toDay) faults.toDay = 'newsletter.dayInvalid';
  if (fromDay && toDay && toDay < fromDay) faults.toDay = 'newsletter.periodReversed';
  if (fromDay && toDay && daysFrom(fromDay, toDay) > PERIOD_MAX) faults.toDay = 'newsletter.periodTooLong';
  if (!toldTo) faults.toldTo = 'newsletter.toldToMissing';
  if (!title.ok || !fromDay || !toDay || !toldTo || Object.keys(faults).length > 0) return { faults };
  return { fields: { title: title.value, introduction, fromDay, toDay, toldTo } };
}

/** [NL3] What a newsletter is made of, in the order in which it tells them. */
export const NEWSLETTER_PARTS = ['bulletins', 'events', 'sheets', 'calls'] as const;
export type NewsletterPart = (typeof NEWSLETTER_PARTS)[number];

/** [NL3] One thing that a newsletter tells. Paths are of ours. */
export interface NewsletterItem {
  readonly part: NewsletterPart;
  readonly title: string;
  readonly said: string;
  /** Where members read it. */
  readonly path: string;
  /** Where anybody does; null for what is the programme’s alone. */
  readonly publicPath: string | null;
}

/** [NL6] What became of the mail to one person: only what a server took has left. */
export const NEWSLETTER_MAIL_STATES = ['waiting', 'left', 'kept', 'refused'] as const;
export type NewsletterMailState = (typeof NEWSLETTER_MAIL_STATES)[number];

/** A newsletter as its page shows it. */
export interface Newsletter extends NewsletterFields {
  readonly id: string;
  readonly sentAt: Date | null;
  /** As they were sent; empty for a draft, whose are found anew each time. */
  readonly items: readonly NewsletterItem[];
}
