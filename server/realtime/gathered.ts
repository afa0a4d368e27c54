/** Questions that one batch may hold, and batches under way at once: a statement stays short, a stuck one stops nobody. */
const MOST_AT_ONCE = 250;
const BATCHES = 3;

interface Question<Q, A> {
  readonly asked: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Turns a function that answers many questions at once into one that takes them singly: what is asked in the same turn of
 * the event loop, or while the statements before it are under way, is answered together. Alone, a question does not wait.
 * For the minute when everybody comes back: 500 round trips to the database become a few.
 */
export function gathered<Q, A>(
  answerAll: (asked: readonly Q[]) => Promise<readonly A[]>,
): (asked: Q) => Promise<A> {
  let waiting: Question<Q, A>[] = [];
  let running = 0;
  let isDue = false;

  async function run(batch: readonly Question<Q, A>[]): Promise<void> {
    try {
      const answers = await answerAll(batch.map(({ asked }) => asked));
      // As many answers as questions, in their order.
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as A);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    running--;
    start();
  }

  function start(): void {
    isDue = false;
    while (waiting.length > 0 && running < BATCHES) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      running++;
      void run(batch);
    }
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (isDue) return;
      isDue = true;
      setImmediate(start);
    });
}
