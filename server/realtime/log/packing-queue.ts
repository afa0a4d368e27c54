import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Rooms } from '../rooms.ts';

/** A log that is not packed tonight is packed tomorrow. */
const LIMIT_MS = 10 * 60_000;

/** [K1] Packing at night, and some time after a start for a machine that is switched off at night. */
export function packingQueue(rooms: () => Pick<Rooms, 'packLogs'>): JobQueue {
  return {
    name: 'pack-logs',
    round: { minutesAfterStart: 10, cron: '20 3 * * *' },
    run: async () => void (await rooms().packLogs(LIMIT_MS)),
  };
}
