import { arbresEtOmbrage } from './boards/arbres-et-ombrage.ts';
import { suiviDuGroupe } from './boards/suivi-du-groupe.ts';
import type { DemoBoard } from './demo-board.ts';

/** The boards of the demonstration: one of the first group, one of an experiment. */
export const demoBoards: readonly DemoBoard[] = [suiviDuGroupe, arbresEtOmbrage];
