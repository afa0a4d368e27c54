import { useId, useState } from 'react';
import { cardHistory as words } from '#shared/boards/card/card-history.fr.ts';
import { LateFailure } from '../parts/late-failure.tsx';
import { useLate } from '../use-late.ts';

const load = () => import('./card-history.tsx');

/** What happened to the open card, for whoever asks to see it. */
export function CardPast({ cardId }: { cardId: string }) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const { Part: CardHistory, hasFailed, retry } = useLate(isShown, load);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      <button
        className="btn quiet sm"
        type="button"
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? words.hide : words.show}
      </button>
      {isShown && CardHistory && <CardHistory cardId={cardId} />}
      {isShown && !CardHistory && !hasFailed && <p className="muted small">{words.loading}</p>}
      {isShown && hasFailed && <LateFailure words={words} onRetry={retry} />}
    </section>
  );
}
