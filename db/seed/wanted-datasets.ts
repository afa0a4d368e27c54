import type { ListedWanted } from '../library/need/wanted-datasets.ts';
import list from './wanted-datasets.json' with { type: 'json' };

/**
 * What experiments of the three themes usually look for, with who usually produces it: two cities that need the same data then name it
 * the same way. Facts of the programme’s own list; each experiment says how it is for itself.
 */
export const wantedList = list as readonly ListedWanted[];
