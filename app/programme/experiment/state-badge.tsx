import { CircleCheck, CirclePause, CirclePlay, CircleX, Hourglass } from 'lucide-react';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';

const icons = {
  preparing: Hourglass,
  running: CirclePlay,
  suspended: CirclePause,
  ended: CircleCheck,
  abandoned: CircleX,
} as const satisfies Record<ExperimentState, typeof Hourglass>;

const kinds = {
  preparing: '',
  running: 'info',
  suspended: 'warning',
  ended: 'success',
  abandoned: 'danger',
} as const satisfies Record<ExperimentState, string>;

/** Where an experiment stands: icon and word. */
export function StateBadge({ state }: { state: ExperimentState }) {
  const Icon = icons[state];
  return (
    <span className={`badge ${kinds[state]}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.states[state]}
    </span>
  );
}
