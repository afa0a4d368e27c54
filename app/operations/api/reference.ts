/** One thing that is sent or answered: `items[].id`, and what it is, in words. */
export interface ReferenceField {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly said: string;
}

/** An operation, as people read it. */
export interface ReferenceOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** What a token must have been given; null when any will do, or none is asked for. */
  readonly scope: string | null;
  /** Without an account. */
  readonly isPublic: boolean;
  readonly parameters: readonly ReferenceField[];
  /** Media types of a body that is no JSON of the contract; empty otherwise. */
  readonly bodyTypes: readonly string[];
  readonly body: readonly ReferenceField[];
  readonly status: string;
  readonly answerTypes: readonly string[];
  readonly answer: readonly ReferenceField[];
}

/** Operations about one noun. */
export interface ReferenceNoun {
  readonly name: string;
  readonly title: string;
  readonly operations: readonly ReferenceOperation[];
}
