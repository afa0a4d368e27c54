import { useEffect, useState } from 'react';
import { initialsOf } from '#shared/people/organisation/organisation.ts';
import { realtime as words } from '#shared/realtime/realtime.fr.ts';
import { Avatar } from '../ui/avatar.tsx';
import type { LiveRoom } from './live-room.ts';
import { type PersonHere, readPerson } from './person-here.ts';

/** How many faces stand in the top bar before « +3 ». */
const SHOWN = 4;

/** Avatars of the people in this room, oneself included; one face a person, however many tabs. */
export function PeoplePresent({ room }: { room: LiveRoom | null }) {
  const people = usePeople(room);
  if (people.length === 0) return null;
  const shown = people.slice(0, people.length > SHOWN ? SHOWN - 1 : SHOWN);
  const others = people.slice(shown.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: portraits are no form, which is all a <fieldset> is for.
    <span className="avs not-s" role="group" aria-label={words.present(people.length)}>
      {shown.map(({ id, name, organisation, colour }) => (
        <Avatar
          key={id}
          letters={initialsOf(name)}
          colour={colour}
          label={words.personAt(name, organisation)}
          isSmall
        />
      ))}
      {others.length > 0 && (
        <span
          className="av sm more"
          role="img"
          aria-label={words.moreNames(others.map(({ name }) => name))}
          title={words.moreNames(others.map(({ name }) => name))}
        >
          {words.more(others.length)}
        </span>
      )}
    </span>
  );
}

/** The same in words, for screens whose top bar has no room for faces. */
export function NamesPresent({ room }: { room: LiveRoom | null }) {
  const people = usePeople(room);
  if (people.length === 0) return null;
  return <p className="only-s muted small">{words.presentNames(people.map(({ name }) => name))}</p>;
}

function usePeople(room: LiveRoom | null): readonly PersonHere[] {
  const [people, setPeople] = useState<readonly PersonHere[]>([]);
  useEffect(() => {
    if (!room) return setPeople([]);
    const { awareness } = room;
    const read = () => {
      const byId = new Map<string, PersonHere>();
      for (const state of awareness.getStates().values()) {
        const person = readPerson(state);
        if (person) byId.set(person.id, person);
      }
      const next = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      setPeople((before) => (sameIds(before, next) ? before : next));
    };
    read();
    // It also tells of carets, which move at every key: only who is here is kept.
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [room]);
  return people;
}

function sameIds(one: readonly PersonHere[], other: readonly PersonHere[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
}
