import type { HistoryPage } from '#shared/boards/card/card-history.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** A page of what happened to a card, as its panel receives it. */
export interface HistoryAnswer extends HistoryPage {
  /** Who did it; accounts that are gone are not there. */
  readonly people: readonly PersonBadge[];
}
