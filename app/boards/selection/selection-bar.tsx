import { Archive, ArrowRight, CalendarDays, Tags, Users, X } from 'lucide-react';
import { useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { choosing, propertyWords } from '#shared/boards/card/property/card-properties.fr.ts';
import { ChoiceButton } from '../../ui/late/menu.tsx';
import { LateDialog } from '../late-dialog.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { LabelTag } from '../parts/label-tag.tsx';
import { useSelection } from './selection.ts';
import type { SelectionDialog } from './selection-dialogs.tsx';

const loadDialogs = () => import('./selection-dialogs.tsx');

/** What can be done with the chosen cards together; nothing while none is chosen. */
export function SelectionBar() {
  const { edit, view } = useBoardWorld();
  const { ids, set } = useSelection();
  const [dialog, setDialog] = useState<SelectionDialog | null>(null);
  if (!edit || ids.size === 0) return null;
  const cards = view
    .getBoard()
    .columns.flatMap((column) => column.cards)
    .filter(({ id }) => ids.has(id));
  const cardIds = cards.map(({ id }) => id);
  return (
    <section className="cards-bar" aria-label={boardGestures.selection}>
      <strong>{boardGestures.selected(ids.size)}</strong>
      <button className="btn sm" type="button" aria-haspopup="dialog" onClick={() => setDialog('move')}>
        <ArrowRight className="icon" aria-hidden="true" />
        {words.moveTo}
      </button>
      <LabelsOfAll cards={cards} />
      <PeopleOfAll cards={cards} />
      <button className="btn sm" type="button" aria-haspopup="dialog" onClick={() => setDialog('due')}>
        <CalendarDays className="icon" aria-hidden="true" />
        {propertyWords.due.name}
      </button>
      <button
        className="btn sm"
        type="button"
        onClick={() => edit.batch.change(cardIds, { archived: true }, boardGestures.spoken.archived)}
      >
        <Archive className="icon" aria-hidden="true" />
        {boardPage.archiveShort}
      </button>
      <button
        className="btn quiet sm icon-only"
        type="button"
        aria-label={boardGestures.selectNone}
        title={boardGestures.selectNone}
        onClick={() => set([])}
      >
        <X className="icon" aria-hidden="true" />
      </button>
      {dialog && (
        <LateDialog load={loadDialogs} props={{ dialog, cardIds, onClose: () => setDialog(null) }} />
      )}
    </section>
  );
}

/** What all of them have is ticked; ticking gives it to all, unticking takes it from all. */
function LabelsOfAll({ cards }: { cards: readonly Card[] }) {
  const { edit, labels } = useBoardWorld();
  const all = [...labels.values()];
  const common = all.filter(({ id }) => cards.every((card) => card.labels.includes(id))).map(({ id }) => id);
  return (
    <ChoiceButton
      className="btn sm"
      label={propertyWords.labels.name}
      empty={choosing.labels.nothing}
      choices={all.map((label) => ({ id: label.id, label: label.name, look: <LabelTag label={label} /> }))}
      chosen={common}
      onChange={(next) => {
        const change = changeOf(common, next);
        const name = labels.get(change.id)?.name ?? '';
        edit?.batch.change(idsOf(cards), { label: change.id, isOn: change.isOn }, (count) =>
          boardGestures.spoken.labelled(count, name, change.isOn),
        );
      }}
    >
      <Tags className="icon" aria-hidden="true" />
      {propertyWords.labels.name}
    </ChoiceButton>
  );
}

function PeopleOfAll({ cards }: { cards: readonly Card[] }) {
  const { edit, people } = useBoardWorld();
  const all = [...people.values()];
  const common = all
    .filter(({ id }) => cards.every((card) => card.assignees.includes(id)))
    .map(({ id }) => id);
  return (
    <ChoiceButton
      className="btn sm"
      label={propertyWords.assignees.name}
      empty={choosing.assignees.nothing}
      choices={all.map(({ id, name }) => ({ id, label: name }))}
      chosen={common}
      onChange={(next) => {
        const change = changeOf(common, next);
        const name = people.get(change.id)?.name ?? '';
        edit?.batch.change(idsOf(cards), { assignee: change.id, isOn: change.isOn }, (count) =>
          boardGestures.spoken.assigned(count, name, change.isOn),
        );
      }}
    >
      <Users className="icon" aria-hidden="true" />
      {propertyWords.assignees.name}
    </ChoiceButton>
  );
}

const idsOf = (cards: readonly Card[]) => cards.map(({ id }) => id);

/** The one that was ticked, or no longer is. */
function changeOf(before: readonly string[], after: readonly string[]): { id: string; isOn: boolean } {
  const on = after.find((id) => !before.includes(id));
  return { id: on ?? before.find((id) => !after.includes(id)) ?? '', isOn: on !== undefined };
}
