import { Fragment, useId } from 'react';
import type { Card } from '#shared/boards/board.ts';
import { choosing, propertyWords } from '#shared/boards/card/property/card-properties.fr.ts';
import {
  type CardProperty,
  DAYS,
  type DayProperty,
  isDay,
  type SetProperty,
} from '#shared/boards/card/property/card-properties.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { DayField } from '../parts/day-field.tsx';
import { MembersChoice } from '../property/members-choice.tsx';
import { DAY_VIEWS, SET_VIEWS } from '../property/property-views.tsx';
import { CardRepeatFact } from './card-repeat.tsx';

/** In the order in which they are read; how the card comes back stands under its days. */
const ROWS: readonly CardProperty[] = ['organisations', 'assignees', ...DAYS, 'labels'];

/** Organisations, people, days and labels of the open card. */
export function CardFacts({ card, isDone }: { card: Card; isDone: boolean }) {
  return (
    <dl className="facts">
      {ROWS.map((key) => (
        <Fragment key={key}>
          {isDay(key) ? (
            <DayFact card={card} property={key} isDone={isDone} />
          ) : (
            <SetFact card={card} property={key} />
          )}
          {key === DAYS.at(-1) && <CardRepeatFact card={card} />}
        </Fragment>
      ))}
    </dl>
  );
}

function DayFact({ card, property, isDone }: { card: Card; property: DayProperty; isDone: boolean }) {
  const { edit, today } = useBoardWorld();
  const id = useId();
  const day = card[property];
  const { name, none } = propertyWords[property];
  return (
    <>
      <dt>
        <label htmlFor={id}>{name}</label>
      </dt>
      <dd>
        {edit && <DayField card={card} which={property} id={id} />}
        {day && DAY_VIEWS[property]({ day, today, isDone, isLong: true })}
        {!edit && !day && <span className="muted">{none}</span>}
      </dd>
    </>
  );
}

function SetFact({ card, property }: { card: Card; property: SetProperty }) {
  const world = useBoardWorld();
  const { name, none } = propertyWords[property];
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {card[property].length > 0 && SET_VIEWS[property].whole(card[property], world)}
        {card[property].length === 0 && !world.edit && <span className="muted">{none}</span>}
        <MembersChoice
          card={card}
          property={property}
          className="btn quiet sm choose"
          label={choosing[property].choose}
        />
      </dd>
    </>
  );
}
