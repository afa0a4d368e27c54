import { Plus, X } from 'lucide-react';
import { useCallback, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { cardRelations } from '#shared/boards/card/card-relations.fr.ts';
import { addLink, removeLink } from '#shared/boards/card/relation-operations.ts';
import { type FoundObject, objectKey } from '#shared/documents/attribute/document-objects.ts';
import { cardRefId, objectAtAddress } from '#shared/documents/text/object-address.ts';
import type { BoardError } from '#shared/errors.ts';
import { paths } from '#shared/paths.ts';
import { useSay } from '../../ui/announcer.tsx';
import { type Pick, Picker } from '../../ui/late/picker.tsx';
import { useBoardWorld } from '../parts/board-world.ts';
import { useLinkingCards, useObjectNames } from './use-card-links.ts';

/** What the open card points to, and the cards that point to it. */
export function CardLinks({ card }: { card: Card }) {
  const { board, edit } = useBoardWorld();
  const say = useSay();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isAdding, setAdding] = useState(false);
  const [error, setError] = useState<BoardError | null>(null);
  const own = objectKey({ kind: 'card', id: cardRefId(board.id, card.id) });
  const nameOf = useObjectNames(card.links);
  const pointing = useLinkingCards(own);

  const find = useCallback(
    async (query: string): Promise<Pick[]> => {
      const pasted = objectAtAddress(query.trim(), window.location.origin);
      if (pasted) return [{ id: objectKey(pasted), label: cardRelations.pasted }];
      const answer = await fetch(paths.objectSearch({ among: 'pages', query }));
      const { items }: { items: readonly FoundObject[] } = await answer.json();
      return items
        .map(({ name, detail, ...ref }) => ({ id: objectKey(ref), kind: ref.kind, name, detail }))
        .filter(({ id: key }) => key !== own && !card.links.includes(key))
        .map(({ id: key, kind, name, detail }) => ({
          id: key,
          label: name,
          detail: [cardRelations.kinds[kind], detail].filter(Boolean).join(', '),
        }));
    },
    [own, card.links],
  );

  const back = () => requestAnimationFrame(() => button.current?.focus());
  function close() {
    setAdding(false);
    setError(null);
    back();
  }

  if (!edit && card.links.length === 0 && pointing.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{cardRelations.links}</h3>
      {card.links.length > 0 && (
        <ul className="relations" aria-labelledby={id}>
          {card.links.map((key) => {
            const kind = key.slice(0, key.indexOf(':'));
            const object = nameOf(key);
            const name =
              object === undefined
                ? cardRelations.loadingName
                : (object?.name ?? cardRelations.hidden) || words.untitledCard;
            return (
              <li key={key}>
                <span className="relation">
                  {object?.href ? <Link to={object.href}>{name}</Link> : <span>{name}</span>}
                  <span className="muted xs">{cardRelations.kinds[kind] ?? ''}</span>
                </span>
                {edit && (
                  <button
                    className="btn quiet sm icon-only"
                    type="button"
                    aria-label={cardRelations.removeLink(name)}
                    onClick={() => {
                      removeLink(edit.doc, { cardId: card.id, key });
                      say(cardRelations.linkRemoved(name));
                      back();
                    }}
                  >
                    <X className="icon" aria-hidden="true" />
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {edit && isAdding && (
        <Picker
          label={cardRelations.chooseLink}
          hint={cardRelations.linkHint}
          error={error ? words.errors[error] : undefined}
          find={find}
          words={cardRelations.picker}
          onClose={close}
          onPick={({ id: key, label }) => {
            const added = addLink(edit.doc, { cardId: card.id, key });
            if (!added.ok) return setError(added.error);
            say(cardRelations.linkAdded(label));
            close();
          }}
        />
      )}
      {edit && !isAdding && (
        <button className="btn quiet sm quick-add" type="button" ref={button} onClick={() => setAdding(true)}>
          <Plus className="icon" aria-hidden="true" />
          {cardRelations.addLink}
        </button>
      )}
      {pointing.length > 0 && (
        <>
          <h4 className="relation-kind" id={`${id}pointing`}>
            {cardRelations.pointing}
          </h4>
          <ul className="relations" aria-labelledby={`${id}pointing`}>
            {pointing.map((one) => (
              <li key={`${one.boardId}/${one.cardId}`}>
                <span className="relation">
                  <Link to={paths.boardCard({ id: one.boardId, title: one.boardTitle }, one.cardId)}>
                    {one.title || words.untitledCard}
                  </Link>
                  <span className="muted xs">{cardRelations.where(one.boardTitle, one.columnName)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
