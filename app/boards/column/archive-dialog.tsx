import { board as words } from '#shared/boards/board.fr.ts';
import type { Board } from '#shared/boards/board.ts';
import { Dialog } from '../../ui/late/dialog.tsx';
import { useBoardWorld } from '../parts/board-world.ts';

/** What was taken off the board, and the way back. */
export function ArchiveDialog({ archived, onClose }: { archived: Board['archived']; onClose: () => void }) {
  const { edit } = useBoardWorld();
  return (
    <Dialog title={words.archive} isOpen onClose={onClose}>
      {archived.length === 0 ? (
        <p className="muted">{words.emptyArchive}</p>
      ) : (
        <ul className="ruled dialog-list">
          {archived.map((card) => (
            <li className="row nowrap" key={card.id}>
              <span>{card.title || words.untitledCard}</span>
              {edit && (
                <button
                  className="btn sm push"
                  type="button"
                  aria-label={`${words.restoreCard} : ${card.title || words.untitledCard}`}
                  onClick={() => edit.actions.restore(card.id)}
                >
                  {words.restoreCard}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
