import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { LateSignal } from '#shared/programme/steering/signals.ts';

/** Where one does something about it. */
export function placeOf(signal: LateSignal): string {
  if (signal.kind === 'silentCity') return paths.groupCockpit({ ...signal.group, title: signal.group.name });
  if (signal.kind === 'experimentOver') return programmePaths.experiment(signal.experiment);
  return paths.meetingMinutes(signal.meeting);
}
