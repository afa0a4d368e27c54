import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import type { FirstOf } from '#shared/programme/steering/overview.ts';
import { daysSince, type LateSignal } from '#shared/programme/steering/signals.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { whereOf } from '#shared/programme/steering/tables.ts';
import { City } from '../../ui/city.tsx';
import { Plate } from './panel.tsx';
import { placeOf } from './signal-place.ts';

const words = steering.signals;

interface SignalsProps {
  readonly signals: FirstOf<LateSignal>;
  readonly end: Date;
  readonly address: SteeringAddress;
}

/** [PI10] What is late, the longest first: where, since when, and where to do something about it. */
export function SignalsSection({ signals: { first, total }, end, address }: SignalsProps) {
  return (
    <Plate id="signaux" title={words.title} csv={programmePaths.steeringExport('csv', address, 'signaux')}>
      {total === 0 ? (
        <p className="muted">{words.empty}</p>
      ) : (
        <ul className="ruled">
          {first.map((signal) => (
            <Signal key={`${signal.kind} ${placeOf(signal)}`} signal={signal} end={end} />
          ))}
        </ul>
      )}
      <p className="xs muted mt-3">{words.rule}</p>
      {total > first.length && (
        <p className="mt-3">
          <Link to={programmePaths.steeringList('signaux', address)}>{words.all(total)}</Link>
        </p>
      )}
    </Plate>
  );
}

function Signal({ signal, end }: { signal: LateSignal; end: Date }) {
  const isGrave = signal.kind === 'silentCity' || signal.kind === 'experimentOver';
  const Icon = isGrave ? CircleAlert : TriangleAlert;
  const name = whereOf(signal);
  return (
    <li className="item">
      <span className={isGrave ? 'danger' : 'warning'}>
        <Icon className="icon" aria-hidden="true" />
      </span>
      <div className="min-w-0">
        {signal.kind === 'silentCity' ? (
          <City name={name} colour={signal.organisation.colour} />
        ) : (
          <strong>{name}</strong>
        )}
        {steering.signals.colon}
        {words.sentence(signal, daysSince(signal.since, end))}
        <p className="muted">{words.note(signal)}</p>
      </div>
      <Link className="btn sm" to={placeOf(signal)} aria-label={`${words.gestures[signal.kind]}, ${name}`}>
        {words.gestures[signal.kind]}
      </Link>
    </li>
  );
}
