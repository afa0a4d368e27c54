import { z } from 'zod';
import type { RunSql } from '#db/kernel/client.ts';
import { faultOf } from '#shared/operations/state/platform-state.ts';
import type { Work } from '#shared/operations/state/report.ts';

const OWN_QUEUES = "name not like '\\_\\_pgboss\\_\\_%'";
/** The newest are enough to see what is wrong. */
const MOST_FAILURES = 20;
/** A piece that fails is written anew: when it failed last stands nowhere else. */
const LAST_FAILURE = 'coalesce(completed_on, started_on, created_on)';

const Counted = z.object({
  queue: z.string(),
  waiting: z.coerce.number(),
  running: z.coerce.number(),
  retrying: z.coerce.number(),
  failed: z.coerce.number(),
  done: z.coerce.number(),
  last_success: z.coerce.date().nullable(),
});
const Failed = z.object({
  id: z.string(),
  queue: z.string(),
  state: z.string(),
  retry_count: z.coerce.number(),
  failed_at: z.coerce.date(),
  start_after: z.coerce.date(),
  output: z.unknown(),
});

/** [EP5] What is in the queues. What a job is given is not read: mails are in it, closed, and names of people may be. */
export async function listJobs(run: RunSql): Promise<Work> {
  const counted = await run(
    `select q.name as queue,
       count(j.id) filter (where j.state in ('created', 'retry')) as waiting,
       count(j.id) filter (where j.state = 'active') as running,
       count(j.id) filter (where j.state = 'retry') as retrying,
       count(j.id) filter (where j.state = 'failed') as failed,
       count(j.id) filter (where j.state = 'completed' and j.completed_on > now() - interval '24 hours') as done,
       max(j.completed_on) filter (where j.state = 'completed') as last_success
     from pgboss.queue q left join pgboss.job j on j.name = q.name
     where q.${OWN_QUEUES} group by q.name order by q.name`,
    [],
  );
  const failed = await run(
    `select id::text as id, name as queue, state::text as state, retry_count, start_after, output, ${LAST_FAILURE} as failed_at
     from pgboss.job
     where ${OWN_QUEUES} and (state = 'failed' or (state = 'retry' and output is not null))
     order by ${LAST_FAILURE} desc, id limit ${MOST_FAILURES}`,
    [],
  );
  return {
    queues: counted.rows.map((row) => {
      const { last_success: lastSuccess, ...count } = Counted.parse(row);
      return { ...count, lastSuccess };
    }),
    failures: failed.rows.map((row) => {
      const { id, queue, state, retry_count, failed_at, start_after, output } = Failed.parse(row);
      const isOver = state === 'failed';
      return {
        id,
        queue,
        isOver,
        tries: retry_count + 1,
        failedAt: failed_at,
        next: isOver ? null : start_after,
        fault: faultOf(typeof output === 'string' ? JSON.parse(output) : output),
      };
    }),
  };
}
