import type { DemoSheet } from './demo-sheet.ts';
import { seasonOneSheets } from './sheets/season-one.ts';
import { seasonTwoSheets } from './sheets/season-two.ts';
import { shadeSheet } from './sheets/shade.ts';

/** Eight; three are of the season before. */
export const demoSheets: readonly DemoSheet[] = [...seasonOneSheets, ...seasonTwoSheets, shadeSheet];
