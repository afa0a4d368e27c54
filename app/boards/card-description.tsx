import { type ComponentType, useEffect, useId, useState } from 'react';
import type { Card } from '#shared/board/board.ts';
import { boardPage } from '#shared/messages/fr/board-page.ts';
import { useBoardWorld } from './board-world.ts';
import type { DescriptionEditorProps } from './description-editor.tsx';

type Loaded = ComponentType<DescriptionEditorProps>;

/** [B50] What the card asks for: read at once, written in as soon as the editor has come. */
export function CardDescription({ card }: { card: Card }) {
  const { edit } = useBoardWorld();
  const id = useId();
  const [Editor, setEditor] = useState<Loaded | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const mayWrite = edit !== null;
  useEffect(() => {
    if (!mayWrite) return;
    import('./description-editor.tsx').then(
      ({ DescriptionEditor }) => setEditor(() => DescriptionEditor),
      () => setFailed(true),
    );
  }, [mayWrite]);
  const reading = <p className="side-text">{card.description || boardPage.noInstructions}</p>;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{boardPage.instructions}</h3>
      {edit && Editor ? (
        <Editor key={card.id} doc={edit.doc} cardId={card.id}>
          {reading}
        </Editor>
      ) : (
        reading
      )}
      {edit && hasFailed && (
        <p className="note warning small" role="alert">
          {boardPage.editorMissing}
        </p>
      )}
    </section>
  );
}
