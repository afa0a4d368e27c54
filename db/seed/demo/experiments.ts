import type { DemoExperiment } from './demo-experiment.ts';
import { floods } from './experiments/floods.ts';
import { lighting } from './experiments/lighting.ts';
import { seasonOne } from './experiments/season-one.ts';
import { seasonTwo } from './experiments/season-two.ts';
import { shade } from './experiments/shade.ts';

/** Eleven, at every stage; three are of the season before. The twelfth is opened for the application that is selected. */
export const demoExperiments: readonly DemoExperiment[] = [
  shade,
  floods,
  lighting,
  ...seasonOne,
  ...seasonTwo,
];
