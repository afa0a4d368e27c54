import { z } from 'zod';
import { findHeadSeq } from '#db/documents/history/document-history.ts';
import {
  nameVersion,
  putVersionBack,
  recordRestoration,
  removeVersion,
  renameVersion,
} from '#db/documents/history/document-versions.ts';
import { recordVisit } from '#db/documents/history/document-visits.ts';
import { Id, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import { parseName } from '#shared/kernel/title.ts';
import { operation } from '../../kernel/operation.ts';
import { changeOf, inDocument } from '../document-rights.ts';

const OfDocument = z.object({ documentId: Id });
const OfVersion = OfDocument.extend({ id: Id });
const ABSENT = { 'document.versionNotFound': '' } as const;

/** [V4] [V7] [V8] The states of a document that somebody named, went back to, or read up to. */
export const versionOperations = {
  'version.name': operation({
    input: OfDocument.extend({ version: SentSeq, name: read(parseName) }),
    right: inDocument('document.write'),
    refusals: ABSENT,
    run: (act, { version: seq, name }) =>
      nameVersion(act.tx, { ...changeOf(act), versionId: act.newId(), seq, name }),
  }),

  'version.rename': operation({
    input: OfVersion.extend({ name: read(parseName) }),
    right: inDocument('document.write'),
    refusals: ABSENT,
    async run(act, { id, name }) {
      const renamed = await renameVersion(act.tx, { ...changeOf(act), versionId: id, name });
      return renamed.ok ? ok({ ...renamed.value, name }) : renamed;
    },
  }),

  /** Its state stays in the log. */
  'version.remove': operation({
    input: OfVersion,
    right: inDocument('document.write'),
    refusals: ABSENT,
    run: (act, { id }) => removeVersion(act.tx, { ...changeOf(act), versionId: id }),
  }),

  'version.putBack': operation({
    input: OfVersion,
    right: inDocument('document.write'),
    refusals: ABSENT,
    run: (act, { id }) => putVersionBack(act.tx, { ...changeOf(act), versionId: id }),
  }),

  /** Notes that a state came back, once it is written over the text. */
  'version.recordRestoration': operation({
    input: OfDocument.extend({ restored: z.object({ seq: SentSeq, at: z.date(), beforeSeq: SentSeq }) }),
    right: inDocument('document.write'),
    refusals: {},
    run: async (act, { restored }) =>
      recordRestoration(act.tx, {
        ...changeOf(act),
        versionId: act.newId(),
        seq: await findHeadSeq(act.tx, act.document.id),
        restored,
      }),
  }),

  /** Notes that somebody has read a document as it is now. */
  'document.visit': operation({
    input: OfDocument,
    right: inDocument('document.read'),
    refusals: {},
    async run({ tx, by: userId, document: { id: documentId }, now }) {
      const seq = await findHeadSeq(tx, documentId);
      return ok(await recordVisit(tx, { documentId, userId, seq, now }));
    },
  }),
};
