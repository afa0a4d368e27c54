import { RefreshCw } from 'lucide-react';
import { Link } from 'react-router';
import { webhook as words } from '#shared/operations/webhook/webhook.fr.ts';
import type { DeliveryState } from '#shared/operations/webhook/webhook.ts';
import { When } from '../../realtime/when.tsx';
import { Pages } from '../../ui/pages.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { DeliveryMark } from './webhook-marks.tsx';

interface Try {
  readonly number: number;
  readonly at: Date;
  readonly milliseconds: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly answer: string;
}

interface Logged {
  readonly id: string;
  readonly type: string;
  readonly title: string | null;
  readonly state: DeliveryState;
  readonly at: Date;
  readonly tries: readonly Try[];
}

interface WebhookLogProps {
  readonly deliveries: readonly Logged[];
  readonly page: number;
  readonly pages: number;
  readonly to: (page: number) => string;
  readonly isTest: (type: string) => boolean;
  readonly now: Date;
}

/** What was sent, the newest first, with what was answered each time. */
export function WebhookLog({ deliveries, page, pages, to, isTest, now }: WebhookLogProps) {
  return (
    <section className="plate mt-8" aria-labelledby="log">
      <header className="row">
        <h2 id="log">{words.logTitle}</h2>
        <Link className="btn sm push" to={to(1)} preventScrollReset>
          <RefreshCw className="icon" aria-hidden="true" />
          {words.refresh}
        </Link>
      </header>
      {deliveries.length === 0 ? (
        <p className="muted">{words.logNone}</p>
      ) : (
        <table className="records">
          <caption className="vh">{words.logTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.logColumns.what}</th>
              <th scope="col">{words.logColumns.when}</th>
              <th scope="col">{words.logColumns.state}</th>
              <th scope="col">{words.logColumns.tries}</th>
              <th scope="col">
                <span className="vh">{words.again}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map(({ id, type, title, state, at, tries }) => {
              const what = words.typeOf(type);
              return (
                <tr key={id}>
                  <th scope="row">
                    {what}
                    {!isTest(type) && <span className="muted small block">{title ?? words.noTitle}</span>}
                  </th>
                  <td data-l={words.logColumns.when}>
                    <When at={at} now={now} />
                  </td>
                  <td data-l={words.logColumns.state}>
                    <DeliveryMark state={state} />
                  </td>
                  <td data-l={words.logColumns.tries}>
                    {tries.length === 0 ? words.noTry : <Tries tries={tries} now={now} />}
                  </td>
                  <td>
                    {state !== 'waiting' && (
                      <PostButton
                        fields={{ intent: 'again', delivery: id }}
                        action="?"
                        label={words.againOf(title ? `${what}, ${title}` : what)}
                      >
                        {words.again}
                      </PostButton>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Pages words={words.pages} page={page} pages={pages} to={to} />
    </section>
  );
}

function Tries({ tries, now }: { tries: readonly Try[]; now: Date }) {
  const last = tries.at(-1);
  return (
    <details>
      <summary>
        {words.tries(tries.length)}
        {last && `, ${cameOf(last)}`}
      </summary>
      <ol className="ruled small">
        {tries.map((one) => (
          <li key={one.number}>
            <p>
              {words.tryNumber(one.number)} · <When at={one.at} now={now} /> · {cameOf(one)} ·{' '}
              {words.took(one.milliseconds)}
            </p>
            {one.answer !== '' && <pre className="small">{one.answer}</pre>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function cameOf({ status, error }: Try): string {
  return status === null ? words.reason(error ?? '') : words.status(status);
}
