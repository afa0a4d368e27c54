/** Without a word from the server for so long while changes wait: shown as offline, then a new connection. */
const STALLED_MS = 4_000;
const DEAD_MS = 12_000;
/** Connected, and the server does not say what it has, while this device shows the content: as offline too. */
const UNANSWERED_MS = 8_000;

/** What it means that a connected server has said nothing since then: `isWaiting` for changes, `isUnanswered` from the start. */
export function judgeSilence(
  since: number,
  { isWaiting, isUnanswered }: { isWaiting: boolean; isUnanswered: boolean },
): { isStalled: boolean; isDead: boolean } {
  const silence = Date.now() - since;
  return {
    isStalled: (isWaiting && silence > STALLED_MS) || (isUnanswered && silence > UNANSWERED_MS),
    isDead: isWaiting && silence > DEAD_MS,
  };
}
