import type { EditorCommand } from './editor-command.ts';

/** What can be done with a selected passage beside its form, in the bar that floats above it. */
export const SELECTION_ACTIONS: readonly EditorCommand[] = [];
