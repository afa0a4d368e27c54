import type { ReactNode } from 'react';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import type { DayProperty, SetProperty } from '#shared/boards/card/property/card-properties.ts';
import { initialsOf } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { City } from '../../ui/city.tsx';
import type { Choice } from '../../ui/late/menu.tsx';
import { DueDay, StartDay } from '../card/due-day.tsx';
import type { BoardWorld } from '../parts/board-world.ts';
import { CardPeople } from '../parts/card-people.tsx';
import { LabelTag } from '../parts/label-tag.tsx';

/** What a page shows of a set: in the open card, in a cell of the list, and where its members are chosen. */
interface SetView {
  /** In the open card; those that left the group are still named. */
  readonly whole: (ids: readonly string[], world: BoardWorld) => ReactNode;
  readonly cell: (ids: readonly string[], world: BoardWorld) => ReactNode;
  readonly choices: (world: BoardWorld) => Choice[];
}

/** A day, and whether the card stands among the finished ones. */
interface ShownDay {
  readonly day: string;
  readonly today: string;
  readonly isDone: boolean;
  readonly isLong?: boolean;
}

const person = (id: string, { people }: BoardWorld) => {
  const known = people.get(id);
  const name = known?.name ?? boardPage.formerMember;
  return (
    <span className="person" key={id}>
      <Avatar letters={initialsOf(name)} colour={known?.organisation?.colour ?? 0} label={null} isSmall />
      {name}
    </span>
  );
};

const city = (id: string, { organisations }: BoardWorld) => {
  const known = organisations.get(id);
  return <City key={id} name={known?.name ?? boardPage.formerOrganisation} colour={known?.colour ?? 0} />;
};

const tags = (ids: readonly string[], { labels }: BoardWorld, className: string) => (
  <span className={className}>
    {ids.flatMap((id) => {
      const label = labels.get(id);
      return label ? [<LabelTag key={id} label={label} />] : [];
    })}
  </span>
);

/** The sets of a card, as a page shows each. */
export const SET_VIEWS: Readonly<Record<SetProperty, SetView>> = {
  assignees: {
    whole: (ids, world) => ids.map((id) => person(id, world)),
    cell: (ids) => <CardPeople ids={ids} />,
    choices: (world) =>
      [...world.people.values()].map(({ id, name }) => ({ id, label: name, look: person(id, world) })),
  },
  organisations: {
    whole: (ids, world) => ids.map((id) => city(id, world)),
    cell: (ids, world) => (
      <span className="row nowrap">
        {ids.filter((id) => world.organisations.has(id)).map((id) => city(id, world))}
      </span>
    ),
    choices: (world) =>
      [...world.organisations.values()].map(({ id, name }) => ({ id, label: name, look: city(id, world) })),
  },
  labels: {
    whole: (ids, world) => tags(ids, world, 'row'),
    cell: (ids, world) => tags(ids, world, 'row nowrap'),
    choices: ({ labels }) =>
      [...labels.values()].map((label) => ({
        id: label.id,
        label: label.name,
        look: <LabelTag label={label} />,
      })),
  },
};

/** The days of a card, as a page shows each. */
export const DAY_VIEWS: Readonly<Record<DayProperty, (shown: ShownDay) => ReactNode>> = {
  start: ({ day, ...shown }) => <StartDay start={day} {...shown} />,
  due: ({ day, ...shown }) => <DueDay due={day} {...shown} />,
};
