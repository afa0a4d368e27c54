import { call as words } from '#shared/programme/call/call.fr.ts';
import type { TypedCall } from '#shared/programme/call/call-plan.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { gesturesOf, text, texts } from '../../kernel/gesture.server.ts';

/** The call whose page it is. */
interface CallPage {
  readonly call: { readonly id: string; readonly title: string };
}

const { news } = words.administration;
const ofCall = gesturesOf(({ call }: CallPage) => ({ callId: call.id }));
const after = afterOn(({ call }: CallPage) => programmePaths.administrationCall(call));

const callFields = {
  ...{ title: text, presentation: text, opensDay: text, opensTime: text },
  ...{ closesDay: text, closesTime: text, tolerance: text },
} satisfies Record<keyof TypedCall, unknown>;

/** What the button of the page of a new call does. */
export const newCallGestures = {
  save: gesturesOf((_: object) => ({}))('call.create', {
    fields: { season: text, ...callFields },
    done: (call) => after(news.cree, null)(null, { call }),
  }),
};

/** What the buttons of the page of a call do. */
export const callGestures = {
  save: ofCall('call.change', {
    fields: callFields,
    form: () => 'save',
    done: after(news.enregistre, 'reglages'),
  }),
  publish: ofCall('call.publish', {
    fields: {},
    form: () => 'publish',
    done: after(news.publie, 'publication'),
  }),
  unpublish: ofCall('call.unpublish', {
    fields: {},
    form: () => 'unpublish',
    done: after(news.retire, 'publication'),
  }),
  extend: ofCall('call.extend', {
    fields: { toDay: text, toTime: text, reason: text },
    form: () => 'extend',
    done: after(news.reporte, 'calendrier'),
  }),
  criteria: ofCall('call.changeCriteria', {
    fields: { key: texts, criterionTitle: texts, description: texts, weight: texts },
    form: () => 'criteria',
    done: after(news.criteres, 'criteres'),
  }),
  grant: ofCall('call.grantDerogation', {
    fields: { organisation: text, why: text },
    form: () => 'grant',
    done: after(news.derogation, 'derogations'),
  }),
  revoke: ofCall('call.revokeDerogation', {
    fields: { organisation: text },
    form: () => 'grant',
    done: after(news.derogation, 'derogations'),
  }),
};
