import { useId } from 'react';
import type { Card } from '#shared/board/board.ts';
import { setCardAssignees, setCardLabels, setCardOrganisation } from '#shared/board/card-operations.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { initialsOf } from '#shared/organisation/organisation.ts';
import { Avatar } from '../ui/avatar.tsx';
import { City } from '../ui/city.tsx';
import { ChoiceButton } from '../ui/menu.tsx';
import { useBoardWorld } from './board-world.ts';
import { DueDay } from './due-day.tsx';
import { DueField } from './due-field.tsx';
import { LabelTag } from './label-tag.tsx';

/** City, people, due day and labels of the open card. */
export function CardFacts({ card, isDone }: { card: Card; isDone: boolean }) {
  const { edit, today } = useBoardWorld();
  const id = useId();
  return (
    <dl className="facts">
      <dt>
        <label htmlFor={`${id}city`}>{boardPage.city}</label>
      </dt>
      <dd>
        <CityOf card={card} id={`${id}city`} />
      </dd>
      <dt>{words.assignees}</dt>
      <dd>
        <PeopleOf card={card} />
      </dd>
      <dt>
        <label htmlFor={`${id}due`}>{words.due}</label>
      </dt>
      <dd>
        {edit && <DueField card={card} id={`${id}due`} />}
        {card.due && <DueDay due={card.due} today={today} isDone={isDone} isLong />}
        {!edit && !card.due && <span className="muted">{words.noDue}</span>}
      </dd>
      <dt>{words.labels}</dt>
      <dd>
        <LabelsOf card={card} />
      </dd>
    </dl>
  );
}

function CityOf({ card, id }: { card: Card; id: string }) {
  const { edit, organisations } = useBoardWorld();
  const known = card.organisationId ? organisations.get(card.organisationId) : undefined;
  if (!edit) {
    return known ? <City {...known} /> : <span className="muted">{boardPage.noCity}</span>;
  }
  return (
    <span className={`city-choice v${known?.colour ?? 0}`}>
      <select
        id={id}
        className="input sm"
        value={known?.id ?? ''}
        onChange={(event) =>
          setCardOrganisation(edit.doc, { cardId: card.id, organisationId: event.target.value || null })
        }
      >
        <option value="">{boardPage.noCity}</option>
        {[...organisations.values()].map(({ id: value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </span>
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
