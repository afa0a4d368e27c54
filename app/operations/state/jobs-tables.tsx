import { dates } from '#shared/kernel/dates.fr.ts';
import { platformState } from '#shared/operations/state/platform-state.fr.ts';
import type { Probe } from '#shared/operations/state/platform-state.ts';
import type { Work } from '#shared/operations/state/report.ts';
import { When } from '../../realtime/when.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const words = platformState.jobs;

/** [EP5] What is in the queues, then what failed, each with its way to be tried again. */
export function JobsTables({ work, now }: { work: Probe<Work>; now: Date }) {
  return (
    <section className="mt-8" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="muted">{words.lead}</p>
      {work.ok ? (
        <>
          <QueueTable queues={work.value.queues} />
          <h3 className="mt-6">{words.failures}</h3>
          {work.value.failures.length === 0 ? (
            <p className="muted">{words.noFailure}</p>
          ) : (
            <FailureTable failures={work.value.failures} now={now} />
          )}
        </>
      ) : (
        <p>{platformState.whyNot[work.why]}</p>
      )}
    </section>
  );
}

function QueueTable({ queues }: Pick<Work, 'queues'>) {
  return (
    <table className="records mt-3">
      <caption className="vh">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.queue}</th>
          <th scope="col">{words.waiting}</th>
          <th scope="col">{words.running}</th>
          <th scope="col">{words.failed}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ queue, waiting, running, retrying, failed }) => (
          <tr key={queue}>
            <th scope="row">{words.queueName(queue)}</th>
            <td data-l={words.waiting}>
              {waiting}
              {retrying > 0 && <small className="muted"> {words.retrying(retrying)}</small>}
            </td>
            <td data-l={words.running}>{running}</td>
            <td data-l={words.failed}>{failed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FailureTable({ failures, now }: Pick<Work, 'failures'> & { now: Date }) {
  return (
    <table className="records mt-3">
      <caption className="vh">{words.failures}</caption>
      <thead>
        <tr>
          <th scope="col">{words.job}</th>
          <th scope="col">{words.failedAt}</th>
          <th scope="col">{words.fault}</th>
          <th scope="col">{words.next}</th>
        </tr>
      </thead>
      <tbody>
        {failures.map(({ id, queue, isOver, tries, failedAt, next, fault }) => (
          <tr key={id}>
            <th scope="row">
              {words.queueName(queue)}
              <small className="break-all">{words.number(id)}</small>
            </th>
            <td data-l={words.failedAt}>
              <When at={failedAt} now={now} />
              <small className="muted block">{words.tries(tries)}</small>
            </td>
            <td data-l={words.fault}>{words.faults[fault]}</td>
            <td data-l={words.next}>
              <p>
                {isOver || !next ? (
                  words.abandoned
                ) : (
                  <>
                    {words.willRetry} <time dateTime={next.toISOString()}>{dates.exact(next)}</time>
                  </>
                )}
              </p>
              <PostButton
                fields={{ intent: 'again', queue, job: id }}
                label={words.againOf(words.queueName(queue), dates.exact(failedAt))}
                formClassName="mt-2"
              >
                {words.again}
              </PostButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
