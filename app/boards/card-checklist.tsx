import { uuidv4 } from 'lib0/random';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Card, ChecklistItem } from '#shared/board/board.ts';
import {
  addChecklistItem,
  removeChecklistItem,
  renameChecklistItem,
  toggleChecklistItem,
} from '#shared/board/checklist-operations.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { useBoardWorld } from './board-world.ts';
import { DraftArea } from './draft-area.tsx';
import { QuickAdd } from './quick-add.tsx';

/** The steps of the open card, and how many are done. */
export function CardChecklist({ card }: { card: Card }) {
  const { edit } = useBoardWorld();
  const id = useId();
  const [isAdding, setAdding] = useState(false);
  const { checklist } = card;
  const done = checklist.filter((item) => item.done).length;
  if (!edit && checklist.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 className="row" id={id}>
        {words.checklist}
        {checklist.length > 0 && (
          <span className="muted small font-normal">{words.checklistProgress(done, checklist.length)}</span>
        )}
      </h3>
      {checklist.length > 0 && (
        <>
          <span className="bar" aria-hidden="true">
            <i style={{ width: `${(100 * done) / checklist.length}%` }} />
          </span>
          <ul className="steps">
            {checklist.map((item) => (
              <Step key={item.id} cardId={card.id} item={item} />
            ))}
          </ul>
        </>
      )}
      {edit && (
        <QuickAdd
          label={words.addItem}
          fieldLabel={words.itemText}
          isOpen={isAdding}
          onOpenChange={setAdding}
          onAdd={(text) => addChecklistItem(edit.doc, { cardId: card.id, itemId: uuidv4(), text })}
        />
      )}
    </section>
  );
}

function Step({ cardId, item }: { cardId: string; item: ChecklistItem }) {
  const { edit } = useBoardWorld();
  const ref = { cardId, itemId: item.id };
  return (
    <li className="step">
      <input
        type="checkbox"
        aria-label={item.text}
        checked={item.done}
        disabled={!edit}
        onChange={(event) => edit && toggleChecklistItem(edit.doc, { ...ref, done: event.target.checked })}
      />
      {edit ? (
        <>
          <DraftArea
            label={words.renameItem(item.text)}
            className="step-text"
            isOneLine
            value={item.text}
            write={(text) => renameChecklistItem(edit.doc, { ...ref, text })}
          />
          <button
            className="btn quiet sm icon-only"
            type="button"
            aria-label={words.removeItem(item.text)}
            onClick={() => removeChecklistItem(edit.doc, ref)}
          >
            <X className="icon" aria-hidden="true" />
          </button>
        </>
      ) : (
        <span className="step-text">{item.text}</span>
      )}
    </li>
  );
}
