import { z } from 'zod';
import {
  changeCall,
  changeCriteria,
  createCall,
  publishCall,
  unpublishCall,
} from '#db/programme/call/call-changes.ts';
import { decideDerogation } from '#db/programme/call/call-derogations.ts';
import { extendCall } from '#db/programme/call/call-extensions.ts';
import type { Call } from '#db/programme/call/calls.ts';
import { chosenId, Id } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { call as words } from '#shared/programme/call/call.fr.ts';
import {
  CallInput,
  CriteriaInput,
  DerogationInput,
  ExtensionInput,
  GrantInput,
} from '#shared/programme/call/call-input.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import { type Act, operation } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';
import { managingCalls, preparingCall } from './call-rights.ts';

const OfCall = z.object({ callId: Id });

/** [CA2] [CA3] [CA4] [CA6] [CA11] [CA12] Calls, and what is said of them. */
export const callOperations = {
  'call.create': operation({
    input: z.object({ season: chosenId('call.seasonMissing') }).and(CallInput),
    right: managingCalls,
    refusals: { 'call.seasonMissing': 'season' },
    run: ({ tx, by, now, newId }, { season, fields }) =>
      createCall(tx, { callId: newId(), seasonId: season, fields, userId: by, now, newId }),
  }),

  'call.change': operation({
    input: OfCall.and(CallInput),
    right: preparingCall,
    refusals: {
      'call.openingFixed': 'opensDay',
      'call.closingFixed': 'closesDay',
      'call.toleranceFixed': 'tolerance',
    },
    run: (act, { fields }) => changeCall(act.tx, { ...changeOf(act), fields }),
  }),

  'call.publish': operation({
    input: OfCall,
    right: preparingCall,
    refusals: { 'call.alreadyPublished': '', 'call.closingPast': '' },
    run: (act) => publishCall(act.tx, changeOf(act)),
  }),

  'call.unpublish': operation({
    input: OfCall,
    right: preparingCall,
    refusals: { 'call.notPublished': '', 'call.hasApplications': '' },
    run: (act) => unpublishCall(act.tx, changeOf(act)),
  }),

  /** [CA3] Puts the closing off, with the mails to everybody concerned. */
  'call.extend': operation({
    input: OfCall.and(ExtensionInput),
    right: preparingCall,
    refusals: {
      'call.notPublished': 'toDay',
      'call.extensionNotLater': 'toDay',
      'call.extensionPast': 'toDay',
    },
    async run(act, { closesAt, reason }) {
      const { call, mail, link } = act;
      const concerned = await extendCall(act.tx, { ...changeOf(act), closesAt, reason });
      if (!concerned.ok) return concerned;
      const said = { call: call.title, from: call.closesAt, to: closesAt, reason };
      for (const { writes, ...to } of concerned.value) {
        const letter = frServer.callMail.extended({ ...said, writes });
        const page = writes ? programmePaths.applications() : programmePaths.call(call);
        await mail(to, { ...letter, action: { label: letter.action, href: link(page) } });
      }
      return ok();
    },
  }),

  'call.changeCriteria': operation({
    input: OfCall.and(CriteriaInput),
    right: preparingCall,
    refusals: { 'call.criteriaFixed': '' },
    run: (act, { criteria }) => changeCriteria(act.tx, { ...changeOf(act), criteria }),
  }),

  'call.grantDerogation': operation({
    input: OfCall.extend(GrantInput.shape),
    right: preparingCall,
    refusals: { 'call.organisationMissing': 'organisation' },
    run: (act, { organisation: organisationId, why: reason }) =>
      decideDerogation(act.tx, { ...changeOf(act), organisationId, isGranted: true, reason }),
  }),

  'call.revokeDerogation': operation({
    input: OfCall.extend(DerogationInput.shape),
    right: preparingCall,
    refusals: { 'call.organisationMissing': '' },
    run: (act, { organisation: organisationId }) => {
      const reason = words.administration.revokeReason;
      return decideDerogation(act.tx, { ...changeOf(act), organisationId, isGranted: false, reason });
    },
  }),
};

/** What each change of a call says of itself. */
export function changeOf({ call, by, now, newId }: Act & ByPerson & { readonly call: Call }) {
  return { call, userId: by, now, newId };
}
