/** What looks again and again for something to do. */
export interface Rounds {
  /** Resolves when nothing is left to do for now. */
  run(): Promise<void>;
  /** Ends after what is being done. */
  stop(): Promise<void>;
}

interface RoundsOptions {
  /** Asked between two things to do: whoever stops does not begin another. */
  readonly look: (isStopping: () => boolean) => Promise<void>;
  /** A round that failed is told here, and the next one comes all the same; one that a stop has cut short is left to the next process. */
  readonly onError: (error: unknown) => void;
  /** Between the end of a round and the next one, of which the first comes at once; null for a caller that runs them itself. */
  readonly everyMs: number | null;
}

/** Rounds one after the other, never two at once. What is to be done is in the database: a process that dies leaves it to the next one. */
export function startRounds({ look, onError, everyMs }: RoundsOptions): Rounds {
  let isStopping = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const run = () => {
    running = running
      .then(() => look(() => isStopping))
      .catch((error: unknown) => {
        if (!isStopping) onError(error);
      });
    return running;
  };
  const goOn = async (everyMs: number) => {
    await run();
    if (!isStopping) timer = setTimeout(() => void goOn(everyMs), everyMs);
  };
  if (everyMs !== null) void goOn(everyMs);
  return {
    run,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
