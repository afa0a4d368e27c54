import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import { costOf } from '#shared/programme/mission/mission-list.ts';
import type { ListedMission } from '#shared/programme/mission/mission-records.ts';

const euros = (cents: number | null) => (cents === null ? '' : (cents / 100).toFixed(2).replace('.', ','));

/** The missions of a list, as a file that spreadsheets open. */
export function missionsCsv(missions: readonly ListedMission[]): string {
  return csvText(
    [
      [...words.csvColumns],
      ...missions.map((mission) => [
        mission.title,
        mission.experiment.title,
        mission.firm.name,
        mission.cities.map(({ name }) => name).join(', '),
        words.states[mission.state],
        mission.startsOn,
        mission.endsOn,
        words.dayNumber(mission.grantedQuarters),
        words.dayNumber(mission.usedQuarters),
        words.dayNumber(mission.grantedQuarters - mission.usedQuarters),
        euros(mission.dailyPriceCents),
        euros(costOf([mission])),
      ]),
    ],
    'tableur',
  );
}
