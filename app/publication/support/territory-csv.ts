import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { adoption } from '#shared/publication/adoption/adoption.fr.ts';
import { support as words } from '#shared/publication/support/support.fr.ts';
import { type TerritoryCity, waitingOf } from '#shared/publication/support/territory.ts';

/** [AT5] A territory, as a file that spreadsheets open. */
export function territoryCsv(cities: readonly TerritoryCity[]): string {
  return csvText(
    [
      [...words.csvColumns],
      ...cities.map((city) => {
        const waiting = waitingOf(city);
        const since = waiting.at(-1)?.at;
        return [
          city.name,
          city.code ?? '',
          city.department?.name ?? '',
          words.standings[city.standing],
          city.experiments.map(({ title }) => title).join(' ; '),
          city.adoptions
            .map(
              ({ title, interest }) => `${title} (${interest ? adoption.states[interest] : words.checking})`,
            )
            .join(' ; '),
          waiting.map(({ kind, title }) => words.ask(kind, title)).join(' ; '),
          since ? parisDay(since) : '',
          String(city.supports.length),
          city.supports[0]?.day ?? '',
        ];
      }),
    ],
    'tableur',
  );
}
