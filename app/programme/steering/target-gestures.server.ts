import { programmePaths } from '#shared/programme/programme-paths.ts';
import { INDICATORS } from '#shared/programme/steering/openness.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { choice, gesturesOf, text } from '../../kernel/gesture.server.ts';

const indicator = choice(INDICATORS);

/** [PI8] What the forms of targets do. */
export const targetGestures = {
  set: gesturesOf(() => ({}))('opennessTarget.set', {
    fields: { indicator, percent: text, dueOn: text },
    form: (typed) => typed.indicator,
    done: (_made, _page, typed) => ({
      to: programmePaths.administrationTargets(),
      said: steering.targets.saved,
      focus: typed.indicator,
    }),
  }),
};
