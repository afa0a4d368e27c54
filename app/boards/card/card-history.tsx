import { useEffect, useState } from 'react';
import { board as boardWords } from '#shared/boards/board.fr.ts';
import { cardHistory as words } from '#shared/boards/card/card-history.fr.ts';
import type { CardEvent, PropertyChange } from '#shared/boards/card/card-history.ts';
import { due as days } from '#shared/boards/card/due.fr.ts';
import { CARD_PROPERTIES, setTold } from '#shared/boards/card/property/card-properties.ts';
import { paths } from '#shared/paths.ts';
import { initialsOf, type PersonBadge } from '#shared/people/organisation/organisation.ts';
import { When } from '../../realtime/when.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { City } from '../../ui/city.tsx';
import type { HistoryAnswer } from '../history/history-answer.ts';
import { type BoardWorld, useBoardWorld } from '../parts/board-world.ts';
import { LateFailure } from '../parts/late-failure.tsx';

interface Told {
  readonly events: readonly CardEvent[];
  readonly people: ReadonlyMap<string, PersonBadge>;
  readonly left: number;
}

const NOTHING: Told = { events: [], people: new Map(), left: 0 };

/** What happened to the open card, as the server noted it: asked for when somebody wants to see it. */
export default function CardHistory({ cardId }: { cardId: string }) {
  const world = useBoardWorld();
  const [told, setTold] = useState(NOTHING);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  /** What is asked for; a new object asks again. */
  const [asked, setAsked] = useState({ skip: 0 });
  const boardId = world.board.id;

  useEffect(() => {
    const { skip } = asked;
    const stopping = new AbortController();
    setState('loading');
    fetch(paths.cardHistory({ id: boardId }, cardId, skip), { signal: stopping.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        const { events, people, left }: HistoryAnswer = await answer.json();
        setTold((before) => ({
          events: skip === 0 ? events : [...before.events, ...events],
          people: new Map([...before.people, ...people.map((person) => [person.id, person] as const)]),
          left,
        }));
        setState('ready');
      })
      .catch(() => {
        if (!stopping.signal.aborted) setState('failed');
      });
    return () => stopping.abort();
  }, [boardId, cardId, asked]);

  const now = new Date();
  return (
    <>
      {told.events.length > 0 && (
        <ol className="card-history">
          {told.events.map((event, index) => {
            const person = event.by ? told.people.get(event.by) : undefined;
            const name = person?.name ?? words.somebody;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the past does not change its order.
              <li key={index}>
                <Avatar
                  letters={initialsOf(name)}
                  colour={person?.organisation?.colour ?? 0}
                  label={null}
                  isSmall
                />
                <div>
                  <p>
                    <strong>{name}</strong> {words.sentences[event.what](namesOf(event, world))}
                  </p>
                  <p className="muted xs row">
                    {person?.organisation && <City {...person.organisation} />}
                    <When at={new Date(event.at)} now={now} />
                  </p>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {state === 'loading' && <p className="muted small">{words.loading}</p>}
      {state === 'ready' && told.events.length === 0 && <p className="muted small">{words.none}</p>}
      {state === 'failed' && <LateFailure words={words} onRetry={() => setAsked({ ...asked })} />}
      {state === 'ready' && told.left > 0 && (
        <button className="btn quiet sm" type="button" onClick={() => setAsked({ skip: told.events.length })}>
          {words.more(told.left)}
        </button>
      )}
    </>
  );
}

/** The day that was set, or what came or went. */
function propertyTold(event: PropertyChange, world: BoardWorld): string {
  if ('to' in event) return event.to ? days.long(event.to, world.today).toLowerCase() : '';
  const { of } = CARD_PROPERTIES[setTold(event.what)];
  return world[of].get(event.id)?.name ?? words.unknown[of];
}

/** People are named as the board names them: any id may stand on a card. */
function namesOf(event: CardEvent, world: BoardWorld): { from: string; to: string } {
  switch (event.what) {
    case 'created':
      return { from: '', to: event.to || words.unnamedColumn };
    case 'moved':
      return { from: event.from || words.unnamedColumn, to: event.to || words.unnamedColumn };
    case 'renamed':
      return event;
    case 'linked':
    case 'unlinked':
      return { from: '', to: words.linkKinds[event.id.split(':')[0] ?? ''] ?? words.someLink };
    case 'blocked':
    case 'unblocked':
      return { from: '', to: event.to || boardWords.untitledCard };
    case 'described':
    case 'archived':
    case 'restored':
    case 'commented':
      return { from: '', to: '' };
    case 'attached':
    case 'detached':
      return { from: '', to: event.to };
    default:
      return { from: '', to: propertyTold(event, world) };
  }
}
