import { useEffect } from 'react';
import { useLocation, useRevalidator } from 'react-router';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import { NoScript } from '../../ui/no-script.tsx';
import { PostButton } from '../../ui/post-button.tsx';

const LOOK_MS = 1_000;

/** A check that goes on: how far it is, and how to stop it. The page looks again by itself; without script there is a link. */
export function CheckProgress({ rows, mayChange }: { rows: number; mayChange: boolean }) {
  const { pathname } = useLocation();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), LOOK_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  return (
    <div className="card max-w-3xl">
      <NoScript>
        <p className="mb-4">
          <a href={pathname}>{words.look}</a>
        </p>
      </NoScript>
      <p role="status" className="mb-4">
        {words.running(rows)}
      </p>
      {mayChange && <PostButton fields={{ intent: 'stop' }}>{words.stop}</PostButton>}
    </div>
  );
}
