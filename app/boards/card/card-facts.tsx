import { useId } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import {
  setCardAssignees,
  setCardLabels,
  setCardOrganisations,
} from '#shared/boards/card/card-operations.ts';
import { initialsOf } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { City } from '../../ui/city.tsx';
import { ChoiceButton } from '../../ui/late/menu.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { DayField } from '../parts/day-field.tsx';
import { LabelTag } from '../parts/label-tag.tsx';
import { CardRepeatFact } from './card-repeat.tsx';
import { DueDay, StartDay } from './due-day.tsx';

/** Organisations, people, days and labels of the open card. */
export function CardFacts({ card, isDone }: { card: Card; isDone: boolean }) {
  const { edit, today } = useBoardWorld();
  const id = useId();
  return (
    <dl className="facts">
      <dt>{words.organisations}</dt>
      <dd>
        <OrganisationsOf card={card} />
      </dd>
      <dt>{words.assignees}</dt>
      <dd>
        <PeopleOf card={card} />
      </dd>
      <dt>
        <label htmlFor={`${id}start`}>{words.start}</label>
      </dt>
      <dd>
        {edit && <DayField card={card} which="start" id={`${id}start`} />}
        {card.start && <StartDay start={card.start} today={today} isLong />}
        {!edit && !card.start && <span className="muted">{words.noStart}</span>}
      </dd>
      <dt>
        <label htmlFor={`${id}due`}>{words.due}</label>
      </dt>
      <dd>
        {edit && <DayField card={card} which="due" id={`${id}due`} />}
        {card.due && <DueDay due={card.due} today={today} isDone={isDone} isLong />}
        {!edit && !card.due && <span className="muted">{words.noDue}</span>}
      </dd>
      <CardRepeatFact card={card} />
      <dt>{words.labels}</dt>
      <dd>
        <LabelsOf card={card} />
      </dd>
    </dl>
  );
}

function OrganisationsOf({ card }: { card: Card }) {
  const { edit, organisations } = useBoardWorld();
  const gone = card.organisations.filter((id) => !organisations.has(id));
  return (
    <>
      {card.organisations.length === 0 && !edit && <span className="muted">{words.noOrganisation}</span>}
      {card.organisations.map((id) => {
        const known = organisations.get(id);
        return (
          <City key={id} name={known?.name ?? boardPage.formerOrganisation} colour={known?.colour ?? 0} />
        );
      })}
      {edit && (
        <ChoiceButton
          className="btn quiet sm choose"
          label={boardPage.editOrganisations}
          choices={[...organisations.values()].map(({ id, name, colour }) => ({
            id,
            label: name,
            look: <City name={name} colour={colour} />,
          }))}
          chosen={card.organisations.filter((id) => organisations.has(id))}
          empty={boardPage.noOrganisationYet}
          // Those that left the group cannot be chosen again, and are not taken away by choosing others.
          onChange={(ids) =>
            setCardOrganisations(edit.doc, { cardId: card.id, organisations: [...ids, ...gone] })
          }
        >
          {boardPage.choose}
        </ChoiceButton>
      )}
    </>
  );
}

function PeopleOf({ card }: { card: Card }) {
  const { edit, people } = useBoardWorld();
  const choices = [...people.values()].map(({ id, name, organisation }) => ({
    id,
    label: name,
    look: (
      <span className="person">
        <Avatar letters={initialsOf(name)} colour={organisation?.colour ?? 0} label={null} isSmall />
        {name}
      </span>
    ),
  }));
  const gone = card.assignees.filter((id) => !people.has(id));
  return (
    <>
      {card.assignees.length === 0 && !edit && <span className="muted">{words.noAssignee}</span>}
      {card.assignees.map((id) => {
        const name = people.get(id)?.name ?? boardPage.formerMember;
        return (
          <span className="person" key={id}>
            <Avatar
              letters={initialsOf(name)}
              colour={people.get(id)?.organisation?.colour ?? 0}
              label={null}
              isSmall
            />
            {name}
          </span>
        );
      })}
      {edit && (
        <ChoiceButton
          className="btn quiet sm choose"
          label={boardPage.editPeople}
          choices={choices}
          chosen={card.assignees.filter((id) => people.has(id))}
          empty={boardPage.noPersonYet}
          // Those who left the group cannot be chosen again, and are not taken away by choosing others.
          onChange={(ids) => setCardAssignees(edit.doc, { cardId: card.id, assignees: [...ids, ...gone] })}
        >
          {boardPage.choose}
        </ChoiceButton>
      )}
    </>
  );
}

function LabelsOf({ card }: { card: Card }) {
  const { edit, labels } = useBoardWorld();
  const shown = card.labels.flatMap((id) => labels.get(id) ?? []);
  return (
    <>
      {shown.length === 0 && !edit && <span className="muted">{words.noLabel}</span>}
      {shown.length > 0 && (
        <span className="row">
          {shown.map((label) => (
            <LabelTag key={label.id} label={label} />
          ))}
        </span>
      )}
      {edit && (
        <ChoiceButton
          className="btn quiet sm choose"
          label={boardPage.editLabels}
          choices={[...labels.values()].map((label) => ({
            id: label.id,
            label: label.name,
            look: <LabelTag label={label} />,
          }))}
          chosen={card.labels}
          empty={boardPage.noLabelYet}
          onChange={(ids) => setCardLabels(edit.doc, { cardId: card.id, labels: ids })}
        >
          {boardPage.choose}
        </ChoiceButton>
      )}
    </>
  );
}
