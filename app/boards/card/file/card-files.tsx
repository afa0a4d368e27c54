import { useId } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { paths } from '#shared/paths.ts';
import { useBoardWorld } from '../../parts/board-world.ts';
import { LateFailure } from '../../parts/late-failure.tsx';
import { useLate } from '../../use-late.ts';

const load = () => import('./card-file-list.tsx');

/** The files of the open card. What acts on them comes with the card; until then they are links. */
export function CardFiles({ card }: { card: Card }) {
  const id = useId();
  const { edit } = useBoardWorld();
  const isShown = edit !== null || card.files.length > 0;
  const { Part, hasFailed, retry } = useLate(isShown, load);
  if (!isShown) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.files}</h3>
      {Part ? (
        <Part card={card} titleId={id} />
      ) : (
        <ul>
          {card.files.map((file) => (
            <li key={file.id}>
              <a href={paths.file(file.id)}>{file.name}</a>
            </li>
          ))}
        </ul>
      )}
      {hasFailed && <LateFailure words={words.filesLate} onRetry={retry} />}
    </section>
  );
}
