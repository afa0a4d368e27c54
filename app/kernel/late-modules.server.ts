import { Transform } from 'node:stream';

/**
 * Runs the page's modules once it has been painted; at once in a tab in the background, which is never painted. While the page
 * still comes in, the script may be there without its end: it has all of its text once something stands after it.
 */
const START = `(() => {
  const run = () => {
    const late = document.querySelector('script[type="text/late-module"]');
    if (!late?.nextSibling && document.readyState === 'loading')
      return document.addEventListener('DOMContentLoaded', run);
    if (!late) return;
    const script = document.createElement('script');
    script.type = 'module';
    script.nonce = late.nonce;
    script.text = late.text;
    late.after(script);
  };
  if (document.visibilityState === 'hidden') run();
  else requestAnimationFrame(() => setTimeout(run));
})()`.replaceAll(/\s+/g, ' ');

/**
 * React Router's modules run as soon as they are there, which on a fast line is before the page is painted: half of the
 * time to a first paint went into scripts that nobody needs to read. They are still asked for first (`modulepreload`),
 * and run after the first frame. The stream of a page goes through; only its one module script is changed.
 */
export function lateModules(nonce: string): Transform {
  const opening = Buffer.from(`<script nonce="${nonce}" type="module" async="">`);
  const late = Buffer.from(
    `<script nonce="${nonce}">${START}</script><script nonce="${nonce}" type="text/late-module">`,
  );
  let held = Buffer.alloc(0);
  let isDone = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      if (isDone) return next(null, chunk);
      const bytes = Buffer.concat([held, chunk]);
      const at = bytes.indexOf(opening);
      isDone = at >= 0;
      // The opening may be cut by the end of a chunk.
      const sure = isDone ? bytes.length : Math.max(0, bytes.length - opening.length + 1);
      held = bytes.subarray(sure);
      next(
        null,
        isDone
          ? Buffer.concat([bytes.subarray(0, at), late, bytes.subarray(at + opening.length)])
          : bytes.subarray(0, sure),
      );
    },
    flush(end) {
      end(null, held);
    },
  });
}
