import type { ImportReport, Loss } from '#shared/documents/conversion/conversion.ts';

/** Counts what an import could not keep as it was. */
export class Losses {
  readonly #counts = new Map<Loss, number>();

  add(kind: Loss, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  list(): ImportReport['losses'] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count }));
  }
}
