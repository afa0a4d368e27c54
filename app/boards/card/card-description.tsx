import { useId } from 'react';
import type { Card } from '#shared/boards/board.ts';
import { boardPage } from '#shared/boards/board-page.fr.ts';
import { useBoardWorld } from '../parts/board-world.ts';
import { useLate } from '../use-late.ts';

const loadEditor = () => import('./description-editor.tsx');
const loadReading = () => import('./description-reading.tsx');

/** [B50] What the card asks for: plain at once, then written in, or read with its formatting by whoever only reads. */
export function CardDescription({ card }: { card: Card }) {
  const { edit, view } = useBoardWorld();
  const id = useId();
  const { Part: Editor, hasFailed } = useLate(edit !== null, loadEditor);
  const read = edit === null && card.description !== '' ? view.doc : null;
  const { Part: Reading } = useLate(read !== null, loadReading);
  const plain = <p className="side-text">{card.description || boardPage.noInstructions}</p>;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{boardPage.instructions}</h3>
      {edit && Editor ? (
        <Editor key={card.id} doc={edit.doc} cardId={card.id}>
          {plain}
        </Editor>
      ) : read && Reading ? (
        <Reading doc={read} cardId={card.id} />
      ) : (
        plain
      )}
      {edit && hasFailed && (
        <p className="note warning small" role="alert">
          {boardPage.editorMissing}
        </p>
      )}
    </section>
  );
}
