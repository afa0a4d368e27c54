import { expect, test } from 'vitest';
import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import {
  changesSince,
  checkVisaAsked,
  mayPublish,
  type SheetNow,
  standVisa,
  standVisas,
  type VisaRound,
} from '#shared/publication/sheet/visa.ts';

const day = (on: number) => new Date(Date.UTC(2023, 2, on));
const facts: SheetFacts = {
  theme: { key: 'biodiversite', name: 'Biodiversité' },
  cities: ['Valmont'],
  size: 'medium',
  serviceKind: 'map',
  uses: ['cross'],
  needs: [],
  effort: { days: 3, cost: 0 },
  period: { startsOn: null, endsOn: null },
};
const fields = {
  hook: 'Choisir où planter',
  serviceKind: 'map',
  uses: ['cross'],
  sizeClass: 'medium',
} as const;
const now: SheetNow = {
  sha256: 'a',
  fields,
  experimentIds: ['e1', 'e2'],
  leadIds: ['valmont'],
  withdrawnAt: null,
  now: day(10),
};
const round = (given: Partial<VisaRound> = {}): VisaRound => ({
  id: 'r1',
  number: 1,
  kind: 'city',
  openedAt: day(2),
  deadline: day(20),
  quorum: 1,
  closedAt: day(3),
  ending: 'allAnswered',
  outcome: 'approved',
  asked: [{ id: 'valmont', name: 'Valmont' }],
  answers: [],
  text: { title: 'Arbres', sha256: 'a', seq: 1 },
  presented: { fields, experimentIds: ['e2', 'e1'], facts },
  ...given,
});
const open = { closedAt: null, ending: null, outcome: null };

test('[US8] a visa holds for the very text, hook, fields, experiments and lead cities that it was about', () => {
  const changes = (given: Partial<SheetNow>) => changesSince(round(), { ...now, ...given });
  expect(changes({})).toEqual([]);
  expect(changes({ sha256: 'b' })).toEqual(['text']);
  expect(changes({ fields: { ...fields, hook: 'Autre' } })).toEqual(['hook']);
  expect(changes({ fields: { ...fields, uses: [] } })).toEqual(['fields']);
  expect(changes({ experimentIds: ['e1'] })).toEqual(['experiments']);
  expect(changes({ leadIds: ['valmont', 'aubin'] })).toEqual(['cities']);
  expect(changes({ withdrawnAt: day(2) })).toEqual(['withdrawn']);
  expect(changes({ withdrawnAt: day(1) })).toEqual([]);
  expect(changesSince(round({ kind: 'publisher' }), { ...now, leadIds: ['aubin'] })).toEqual([]);
});

test('[US7] [US8] the last round that was neither taken back nor replaced says how a visa stands', () => {
  const stands = (rounds: VisaRound[], given: Partial<SheetNow> = {}) =>
    standVisa('city', rounds, { ...now, ...given }).standing;
  expect(stands([])).toBe('none');
  expect(stands([round({ kind: 'publisher' })])).toBe('none');
  expect(stands([round()])).toBe('given');
  expect(stands([round()], { sha256: 'b' })).toBe('fallen');
  expect(stands([round(open)])).toBe('asked');
  expect(stands([round(open)], { sha256: 'b' })).toBe('outdated');
  expect(stands([round(open)], { now: day(20) })).toBe('silent');
  expect(stands([round({ outcome: 'notApproved' })])).toBe('refused');
  expect(stands([round({ outcome: 'noQuorum', ending: 'deadline' })])).toBe('silent');
  const second = { id: 'r2', number: 2 };
  expect(stands([round(), round({ ...second, outcome: null, ending: 'withdrawn' })])).toBe('given');
  expect(stands([round(), round({ ...second, outcome: null, ending: 'replaced' })])).toBe('given');
  expect(stands([round(), round({ ...second, outcome: 'notApproved' })])).toBe('refused');
  // Who refused another text has refused: going back to the text before does not undo it.
  const other = {
    ...second,
    outcome: 'notApproved',
    text: { title: 'Arbres', sha256: 'b', seq: 2 },
  } as const;
  expect(stands([round(other), round()])).toBe('refused');
});

test('[US9] a publisher’s visa on other data of the programme than the city’s falls', () => {
  const publisher = round({ id: 'r2', number: 2, kind: 'publisher' });
  const again = round({
    id: 'r3',
    number: 3,
    presented: { fields, experimentIds: ['e1', 'e2'], facts: { ...facts, effort: { days: 9, cost: 0 } } },
  });
  expect(standVisas([round(), publisher], now).publisher.standing).toBe('given');
  expect(standVisas([round(), publisher, again], now)).toMatchObject({
    city: { standing: 'given' },
    publisher: { standing: 'fallen', changes: ['data'] },
  });
});

test('[US7] writers ask for the city’s visa, the coordination for the publisher’s, and only once the city has given its own', () => {
  const publisher = round({ id: 'r2', number: 2, kind: 'publisher' });
  const ask = (given: Partial<Parameters<typeof checkVisaAsked>[0]>, rounds: VisaRound[] = []) => {
    const done = checkVisaAsked({
      kind: 'city',
      state: 'review',
      role: 'writer',
      isComplete: true,
      isDataChanged: false,
      visas: standVisas(rounds, now),
      ...given,
    });
    return done.ok ? 'ok' : done.error;
  };
  expect(ask({})).toBe('ok');
  expect(ask({ role: 'insider' })).toBe('access.forbidden');
  expect(ask({ role: 'reader' })).toBe('access.forbidden');
  expect(ask({ state: 'draft' })).toBe('useCaseSheet.visaTooEarly');
  expect(ask({ isComplete: false })).toBe('useCaseSheet.incomplete');
  expect(ask({}, [round(open)])).toBe('useCaseSheet.visaAsked');
  expect(ask({}, [round()])).toBe('useCaseSheet.visaGiven');
  expect(ask({ isDataChanged: true }, [round()])).toBe('ok');
  expect(ask({ kind: 'publisher' }, [round()])).toBe('access.forbidden');
  expect(ask({ kind: 'publisher', role: 'manager' })).toBe('useCaseSheet.visaCityFirst');
  expect(ask({ kind: 'publisher', role: 'manager' }, [round()])).toBe('ok');
  expect(ask({ kind: 'publisher', role: 'manager' }, [round(), publisher])).toBe('useCaseSheet.visaGiven');
  expect(mayPublish(standVisas([round(), publisher], now))).toBe(true);
  expect(mayPublish(standVisas([round()], now))).toBe(false);
  expect(mayPublish(standVisas([round(), publisher], { ...now, sha256: 'b' }))).toBe(false);
});
