import { eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { effects } from './effect-schema.ts';

/** Whose connections, and to which rooms; all of those that fit. */
export interface Scope {
  readonly userId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly room?: string | undefined;
}
export type Topic = 'comments' | 'objects';

/** What live rooms hear of once a write is committed. The rest (mail, activity, audit, jobs, search) is rows of the transaction itself. */
export type Effect =
  /** Rights changed: whoever is connected is decided again. */
  | { readonly kind: 'recheck'; readonly scope: Scope }
  /** Something beside the content of a room changed. */
  | { readonly kind: 'news'; readonly room: string; readonly topic: Topic }
  /** A room was made with content in it. */
  | { readonly kind: 'made'; readonly room: string };

/** [WR3] What one transaction has to tell, each thing once. Nothing of it is told unless the transaction is committed. */
export class Effects {
  readonly #queued = new Map<string, Effect>();
  readonly #hurries: (() => void)[] = [];

  recheck(scope: Scope): void {
    this.#add({ kind: 'recheck', scope });
  }

  news(room: string, topic: Topic): void {
    this.#add({ kind: 'news', room, topic });
  }

  made(room: string): void {
    this.#add({ kind: 'made', room });
  }

  /** Wakes what would come round by itself later: in this process only, and it promises nothing. */
  hurry(wake: () => void): void {
    this.#hurries.push(wake);
  }

  /** Takes over what a transaction within this one has to tell. */
  join(inner: Effects): void {
    for (const effect of inner.#queued.values()) this.#add(effect);
    this.#hurries.push(...inner.#hurries);
  }

  get queued(): readonly Effect[] {
    return [...this.#queued.values()];
  }

  wake(): void {
    for (const wake of this.#hurries) wake();
  }

  #add(effect: Effect): void {
    this.#queued.set(JSON.stringify(effect), effect);
  }
}

/** [WR3] Keeps, with the work of this transaction, what is to be told once it is committed; gives under which id. */
export async function keepEffects(tx: Db, told: readonly Effect[]): Promise<string> {
  const row = { id: sql`gen_random_uuid()`, told, at: sql`now()` };
  const [kept] = await tx.insert(effects).values(row).returning({ id: effects.id });
  if (!kept) throw new Error('what a write has to tell was not kept');
  return kept.id;
}

/** Told: nobody need tell them again. */
export async function forgetEffects(db: Db, id: string): Promise<void> {
  await db.delete(effects).where(eq(effects.id, id));
}
