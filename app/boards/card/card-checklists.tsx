import { uuidv4 } from 'lib0/random';
import { Ellipsis, ListPlus, Pencil, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import { type Card, type Checklist, MAIN_LIST } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import {
  addChecklist,
  addChecklistItem,
  removeChecklist,
  renameChecklist,
} from '#shared/boards/card/checklist-operations.ts';
import { MenuButton } from '../../ui/late/menu-button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { CardStep } from './card-step.tsx';
import { DraftArea } from './draft-area.tsx';
import { QuickAdd } from './quick-add.tsx';

/** The lists of steps of the open card, and how many are done in each. */
export function CardChecklists({ card }: { card: Card }) {
  const { edit } = useBoardWorld();
  const [isAdding, setAdding] = useState(false);
  const { checklists } = card;
  if (!edit && checklists.length === 0) return null;
  const shown = checklists.length > 0 ? checklists : [{ id: MAIN_LIST, name: '', items: [] }];
  return (
    <>
      {shown.map((list) => (
        <ChecklistSection key={list.id} card={card} list={list} />
      ))}
      {edit && (
        <QuickAdd
          label={words.addList}
          fieldLabel={words.listName}
          icon={ListPlus}
          isOpen={isAdding}
          onOpenChange={setAdding}
          onAdd={(name) => {
            const added = addChecklist(edit.doc, { cardId: card.id, listId: uuidv4(), name });
            if (added.ok) setAdding(false);
            return added;
          }}
        />
      )}
    </>
  );
}

const listTitle = ({ name }: Pick<Checklist, 'name'>) => name || words.checklist;

function ChecklistSection({ card, list }: { card: Card; list: Checklist }) {
  const { edit } = useBoardWorld();
  const id = useId();
  const [isAdding, setAdding] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const { items } = list;
  const done = items.filter((item) => item.done).length;
  const title = listTitle(list);
  return (
    <section aria-labelledby={id}>
      <div className="row nowrap list-head">
        <h3 id={id} className={isNaming ? 'vh' : undefined}>
          {title}
        </h3>
        {isNaming && edit && (
          <DraftArea
            label={words.listName}
            className="list-name"
            isOneLine
            value={list.name}
            write={(name) => renameChecklist(edit.doc, { cardId: card.id, listId: list.id, name })}
            onDone={() => setNaming(false)}
          />
        )}
        {items.length > 0 && (
          <span className="muted small">{words.checklistProgress(done, items.length)}</span>
        )}
        {edit && (items.length > 0 || list.id !== MAIN_LIST) && (
          <ListMenu card={card} list={list} onName={() => setNaming(true)} />
        )}
      </div>
      {items.length > 0 && (
        <>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${(100 * done) / items.length}%` }} />
          </span>
          <ul className="steps">
            {items.map((item) => (
              <CardStep key={item.id} card={card} list={list} item={item} />
            ))}
          </ul>
        </>
      )}
      {edit && (
        <QuickAdd
          label={words.addItem}
          longLabel={list.name ? words.addItemTo(list.name) : words.addItem}
          fieldLabel={words.itemText}
          isOpen={isAdding}
          onOpenChange={setAdding}
          onAdd={(text) =>
            addChecklistItem(edit.doc, { cardId: card.id, listId: list.id, itemId: uuidv4(), text })
          }
        />
      )}
    </section>
  );
}

function ListMenu({ card, list, onName }: { card: Card; list: Checklist; onName: () => void }) {
  const { edit } = useBoardWorld();
  const notify = useToast();
  if (!edit) return null;
  const { doc } = edit;
  const { id: listId, name, items } = list;

  function remove() {
    if (!removeChecklist(doc, { cardId: card.id, listId }).ok) return;
    notify({
      text: words.spoken.listRemoved(listTitle(list)),
      action: {
        label: boardPage.undo,
        onPress: () => addChecklist(doc, { cardId: card.id, listId, name, items }),
      },
    });
  }

  return (
    <MenuButton
      className="btn quiet sm icon-only push"
      label={words.listActions(listTitle(list))}
      actions={[
        {
          id: 'name',
          label: name ? words.renameList : words.nameList,
          icon: Pencil,
          onAction: onName,
        },
        { id: 'remove', label: words.removeList, icon: Trash2, startsGroup: true, onAction: remove },
      ]}
    >
      <Ellipsis className="icon" aria-hidden="true" />
    </MenuButton>
  );
}
