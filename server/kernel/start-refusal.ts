/** A reason not to start, in French, for the person who typed the command: printed alone, exit code 1, nothing damaged. */
export class StartRefusal extends Error {
  override name = 'StartRefusal';
  readonly sentences: readonly string[];

  constructor(...sentences: string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}
