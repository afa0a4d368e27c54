import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import { parseDay, parseGranted } from './mission.ts';
import type { MissionError } from './mission-errors.ts';

/** What a form sends of an order. */
export interface TypedOrder {
  readonly title: string;
  readonly purpose: string;
  readonly experiment: string;
  readonly firm: string;
  readonly cities: readonly string[];
  readonly consultants: readonly string[];
  readonly days: string;
  readonly dailyPrice: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Address or id of the document that is the engagement letter. */
  readonly letter: string;
}

/** [MS1] An order as it is kept. */
export interface MissionOrder {
  readonly title: string;
  readonly purpose: string;
  readonly experimentId: string;
  readonly firmId: string;
  readonly cityIds: readonly string[];
  readonly consultantIds: readonly string[];
  readonly quarters: number;
  readonly dailyPriceCents: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly letterDocumentId: string | null;
}

export type OrderFaults = Readonly<Partial<Record<keyof TypedOrder, MissionError>>>;

const PURPOSE_MAX = 5_000;
const DOCUMENT = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** [MS1] Reads what a form says of an order: everything that is wrong, by field, or the order. */
export function parseOrder(
  typed: TypedOrder,
): { readonly order: MissionOrder } | { readonly faults: OrderFaults } {
  const faults: Partial<Record<keyof TypedOrder, MissionError>> = {};
  const title = parseTitle(typed.title);
  if (!title.ok) faults.title = 'mission.titleInvalid';
  if (typed.purpose.length > PURPOSE_MAX) faults.purpose = 'mission.textTooLong';
  if (typed.experiment === '') faults.experiment = 'mission.experimentMissing';
  if (typed.firm === '') faults.firm = 'mission.firmMissing';
  if (typed.cities.length === 0) faults.cities = 'mission.citiesMissing';
  if (typed.consultants.length === 0) faults.consultants = 'mission.consultantsMissing';
  const days = parseGranted(typed.days);
  if (!days.ok) faults.days = days.error;
  const price = parsePrice(typed.dailyPrice);
  if (!price.ok) faults.dailyPrice = price.error;
  const [startsOn, endsOn] = [parseDay(typed.startsOn), parseDay(typed.endsOn)];
  if (!startsOn) faults.startsOn = 'mission.startInvalid';
  if (!endsOn) faults.endsOn = 'mission.endInvalid';
  else if (startsOn && endsOn < startsOn) faults.endsOn = 'mission.endBeforeStart';
  const letter = typed.letter.trim();
  const letterDocumentId = DOCUMENT.exec(letter)?.[0] ?? null;
  if (letter !== '' && !letterDocumentId) faults.letter = 'mission.letterUnreadable';
  if (Object.keys(faults).length > 0 || !title.ok || !days.ok || !price.ok || !startsOn || !endsOn)
    return { faults };
  return {
    order: {
      title: title.value,
      purpose: typed.purpose.trim(),
      experimentId: typed.experiment,
      firmId: typed.firm,
      cityIds: [...new Set(typed.cities)],
      consultantIds: [...new Set(typed.consultants)],
      quarters: days.value,
      dailyPriceCents: price.value,
      startsOn,
      endsOn,
      letterDocumentId,
    },
  };
}

/** A price in euros as people write it (`850`, `1 050,50`), in cents; null for none. */
function parsePrice(given: string): Result<number | null, MissionError> {
  const text = given.replace(/[\s\u00a0\u202f€]/gu, '').replace(',', '.');
  if (text === '') return ok(null);
  return /^\d{1,5}(?:\.\d{1,2})?$/.test(text) && Number(text) > 0
    ? ok(Math.round(Number(text) * 100))
    : fail('mission.priceInvalid');
}
