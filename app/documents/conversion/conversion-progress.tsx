import { conversionPage as words } from '#shared/documents/conversion/conversion-page.fr.ts';
import type { Progress } from '#shared/documents/conversion/progress.ts';

/** How far a conversion is, in words and as a bar; the words are announced. */
export function ConversionProgress({ progress }: { progress: Progress | null }) {
  const counted =
    progress?.state === 'running' && progress.of !== undefined && progress.done !== undefined
      ? progress
      : null;
  return (
    <div className="conversion-progress">
      <p role="status">{sentenceOf(progress)}</p>
      <progress aria-label={words.running} {...(counted && { value: counted.done, max: counted.of })} />
    </div>
  );
}

function sentenceOf(progress: Progress | null): string {
  if (progress?.state === 'queued') return words.queued(progress.before);
  if (progress?.state !== 'running') return words.preparing;
  const { done, of, title = '' } = progress;
  return done === undefined || of === undefined ? words.running : words.runningOf(done, of, title);
}
