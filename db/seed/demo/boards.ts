import arbresEtOmbrage from './boards/arbres-et-ombrage.json' with { type: 'json' };
import memoireDesCrues from './boards/memoire-des-crues.json' with { type: 'json' };
import suiviDuGroupe from './boards/suivi-du-groupe.json' with { type: 'json' };
import type { DemoBoard } from './demo-board.ts';

/** The boards at work of the demonstration: one of the first group, one of an experiment. Whom they name is looked up when they are made. */
export const demoBoards = [suiviDuGroupe, arbresEtOmbrage] as readonly DemoBoard[];

/** One that a group has just begun. */
export const begunBoards = [memoireDesCrues] as readonly DemoBoard[];
