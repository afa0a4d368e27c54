import { Plus, X } from 'lucide-react';
import { useCallback, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { cardRelations } from '#shared/boards/card/card-relations.fr.ts';
import type { Dependency, CardDependencies as Sides } from '#shared/boards/card/dependencies.ts';
import { addBlocker, removeBlocker } from '#shared/boards/card/relation-operations.ts';
import type { BoardError } from '#shared/errors.ts';
import { hasWords } from '#shared/kernel/text/fold.ts';
import { useSay } from '../../ui/announcer.tsx';
import { type Pick, Picker } from '../../ui/late/picker.tsx';
import { useBoardWorld } from '../parts/board-world.ts';

const MOST = 8;

/** What the open card waits for, and what waits for it. */
export function CardDependencies({ card, blockers, waiting }: Sides & { card: Card }) {
  const { edit, view } = useBoardWorld();
  const say = useSay();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isAdding, setAdding] = useState(false);
  const [error, setError] = useState<BoardError | null>(null);
  const open = blockers.filter(({ state }) => state === 'open').length;

  const find = useCallback(
    (query: string): Pick[] => {
      return view
        .getBoard()
        .columns.flatMap(({ name, cards }) => cards.map((one) => ({ one, name })))
        .filter(({ one }) => one.id !== card.id && !card.blockedBy.includes(one.id))
        .filter(({ one }) => hasWords(one.title, query))
        .slice(0, MOST)
        .map(({ one, name }) => ({
          id: one.id,
          label: one.title || words.untitledCard,
          detail: name || words.unnamedColumn,
        }));
    },
    [view, card],
  );

  function close() {
    setAdding(false);
    setError(null);
    requestAnimationFrame(() => button.current?.focus());
  }

  function remove(cardId: string, blockerId: string, title: string) {
    if (!edit) return;
    removeBlocker(edit.doc, { cardId, blockerId });
    say(cardRelations.spokenRemoved(title));
    requestAnimationFrame(() => button.current?.focus());
  }

  if (!edit && blockers.length === 0 && waiting.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{cardRelations.dependencies}</h3>
      {open > 0 && <p className="small">{cardRelations.isBlocked(open)}</p>}
      <Dependencies
        title={cardRelations.blockedBy}
        list={blockers}
        removeLabel={cardRelations.removeBlocker}
        onRemove={edit && ((other, title) => remove(card.id, other, title))}
      />
      <Dependencies
        title={cardRelations.blocks}
        list={waiting}
        removeLabel={cardRelations.removeBlocked}
        onRemove={edit && ((other, title) => remove(other, card.id, title))}
      />
      {edit && isAdding && (
        <Picker
          label={cardRelations.chooseBlocker}
          hint={cardRelations.blockerHint}
          error={error ? words.errors[error] : undefined}
          find={find}
          words={cardRelations.picker}
          onClose={close}
          onPick={({ id: blockerId, label }) => {
            const added = addBlocker(edit.doc, { cardId: card.id, blockerId });
            if (!added.ok) return setError(added.error);
            say(cardRelations.spokenAdded(label));
            close();
          }}
        />
      )}
      {edit && !isAdding && (
        <button className="btn quiet sm quick-add" type="button" ref={button} onClick={() => setAdding(true)}>
          <Plus className="icon" aria-hidden="true" />
          {cardRelations.addBlocker}
        </button>
      )}
    </section>
  );
}

function Dependencies({
  title,
  list,
  removeLabel,
  onRemove,
}: {
  title: string;
  list: readonly Dependency[];
  removeLabel: (title: string) => string;
  onRemove: ((cardId: string, title: string) => void) | null;
}) {
  const { cardPath } = useBoardWorld();
  const id = useId();
  if (list.length === 0) return null;
  return (
    <>
      <h4 className="relation-kind" id={id}>
        {title}
      </h4>
      <ul className="relations" aria-labelledby={id}>
        {list.map(({ id: cardId, state, columnName, ...other }) => {
          const isAbsent = state === 'absent';
          const name = isAbsent ? cardRelations.absentCard : other.title || words.untitledCard;
          return (
            <li key={cardId}>
              <span className="relation">
                {isAbsent ? (
                  <span>{name}</span>
                ) : (
                  <Link to={cardPath(cardId)} preventScrollReset>
                    {name}
                  </Link>
                )}
                <span className="muted xs">
                  {cardRelations.states[state](columnName || words.unnamedColumn)}
                </span>
              </span>
              {onRemove && (
                <button
                  className="btn quiet sm icon-only"
                  type="button"
                  aria-label={removeLabel(name)}
                  onClick={() => onRemove(cardId, name)}
                >
                  <X className="icon" aria-hidden="true" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
