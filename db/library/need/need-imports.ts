import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { DataNeedFields } from '#shared/library/need/data-need.ts';
import type { Db } from '../../kernel/client.ts';
import { createDataNeed, type NeedRefusal, refusalToWrite } from './data-needs.ts';

/** A line that is in the table already. */
class Twice extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line}`);
    this.line = line;
  }
}

/**
 * [DN11] Adds the needs of a file, all of them or none. Answers how many; a line that is in the table already is told. Refused:
 * 'access.notFound', 'access.forbidden'.
 */
export async function importDataNeeds(
  db: Db,
  {
    experimentId,
    lines,
    newId,
    userId,
    now,
  }: {
    readonly experimentId: string;
    readonly lines: readonly { readonly line: number; readonly fields: DataNeedFields }[];
    readonly newId: () => string;
    readonly userId: string;
    readonly now: Date;
  },
): Promise<Result<{ added: number } | { twiceAt: number }, NeedRefusal>> {
  try {
    return await db.transaction(async (tx) => {
      const refusal = await refusalToWrite(tx, { experimentId, userId, now });
      if (refusal) return fail(refusal);
      for (const { line, fields } of lines) {
        const written = { experimentId, needId: newId(), newWantedId: newId(), fields, userId, now };
        if (!(await createDataNeed(tx, written)).ok) throw new Twice(line);
      }
      return ok({ added: lines.length });
    });
  } catch (error) {
    if (error instanceof Twice) return ok({ twiceAt: error.line });
    throw error;
  }
}
