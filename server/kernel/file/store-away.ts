import { fail, type Result } from '#shared/kernel/result.ts';

/** [FS3] The store did not answer, or refused us: a fault of the installation, never of whoever sent or asks for a file. */
export class StoreAway extends Error {
  override name = 'StoreAway';
  /** It answers, and wants nothing of us: keys or a bucket that are wrong. */
  readonly isRefusal: boolean;

  constructor(cause: unknown) {
    super('the store of files did not answer as it should', { cause });
    const { $metadata: said } = cause as { $metadata?: { httpStatusCode?: number } };
    this.isRefusal = [301, 400, 401, 403, 404].includes(said?.httpStatusCode ?? 0);
  }
}

/** [FS3] What was asked, or this refusal while the store is away. */
export async function unlessAway<T, E extends string, R extends string>(
  asked: Promise<Result<T, E>>,
  refusal: R,
): Promise<Result<T, E | R>> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreAway) return fail(refusal);
    throw error;
  }
}
