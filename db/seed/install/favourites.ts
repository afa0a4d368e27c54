import type { Tx } from '../../kernel/transaction.ts';
import { addFavourite } from '../../news/favourite/favourites.ts';
import { demoFavourites } from '../demo/favourites.ts';
import type { DemoWorld } from '../demo-world.ts';

/** [FA1] What everybody keeps near at hand, by the same gesture as people. */
export async function installFavourites(tx: Tx, { idOf }: DemoWorld, now: Date): Promise<void> {
  for (const [person, kept] of Object.entries(demoFavourites))
    for (const [kind, key] of kept) {
      const added = await addFavourite(tx, {
        ref: { kind, id: idOf(`${kind} ${key}`) },
        userId: idOf(person),
        now,
      });
      if (!added.ok) throw new Error(`${person} may not keep ${kind} ${key}: ${added.error}`);
    }
}
