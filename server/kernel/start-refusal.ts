import { toldError } from './told-error.ts';

/** A reason not to start, in French, for the person who typed the command: printed alone, exit code 1, nothing damaged. */
export class StartRefusal extends Error {
  override name = 'StartRefusal';
  readonly sentences: readonly string[];

  constructor(...sentences: string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

/** Says on the terminal why a program ends: the sentences of a refusal, or of a fault what may be said of it ([SC12]). */
export function sayWhy(error: unknown): void {
  if (error instanceof StartRefusal) for (const sentence of error.sentences) console.error(sentence);
  else console.error(JSON.stringify(toldError(error), null, 2));
}
