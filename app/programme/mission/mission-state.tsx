import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { MissionState as State } from '#shared/programme/mission/mission.ts';

const KINDS = { running: 'success', suspended: 'warning', ended: '' } as const;

/** Where a mission stands, in a word. */
export function MissionState({
  mission: { state, endsOn },
  today,
}: {
  mission: { readonly state: State; readonly endsOn: string };
  today: string;
}) {
  const isOver = state === 'running' && endsOn < today;
  return (
    <span className={`badge ${isOver ? 'warning' : KINDS[state]}`}>
      {isOver ? words.over : words.states[state]}
    </span>
  );
}
