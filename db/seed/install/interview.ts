import { createHash } from 'node:crypto';
import { exactTextOf } from '#shared/documents/history/exact-text.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { readDocument } from '#shared/documents/text/document-reader.ts';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import type { Result } from '#shared/kernel/result.ts';
import { publicAddress, publicState } from '#shared/publication/public-document/publication.ts';
import { findDocumentForMember } from '../../documents/documents.ts';
import type { Tx } from '../../kernel/transaction.ts';
import {
  describeInterview,
  noteConsent,
  publishInterview,
} from '../../publication/interview/published-interviews.ts';
import { demoInterview, demoInterviewPerson } from '../demo/interview.ts';
import type { DemoWorld } from '../demo-world.ts';
import { installDocument } from '../install-rooms.ts';
import type { InstalledTexts } from './quotes.ts';

function must(result: Result<unknown, string>): void {
  if (!result.ok) throw new Error(`${demoInterview.title}: ${result.error}`);
}

/** Keeps the interview of the demonstration: described, consented to and published by the same gestures as people. */
export async function installInterview(tx: Tx, world: DemoWorld, texts: InstalledTexts): Promise<void> {
  const { idOf, newId, at } = world;
  const { key, title, updatedAt } = demoInterview;
  await installDocument(tx, world, demoInterview, texts);
  const draft = texts.get(key);
  if (!draft) throw new Error(`${title} has no text`);
  const now = at(updatedAt);
  const nadia = { userId: idOf('nadia-ferrand'), now };
  const document = await findDocumentForMember(tx, { documentId: idOf(`document ${key}`), ...nadia });
  if (!document) throw new Error(`${title} is not there`);
  must(await describeInterview(tx, { ...nadia, document, fields: demoInterviewPerson }));
  const exactText = exactTextOf({ title, blocks: draft.read(readBlocks) });
  const sha256 = createHash('sha256').update(exactText, 'utf8').digest('hex');
  const consent = {
    givenBy: demoInterviewPerson.personName,
    givenOn: parisDay(now),
    means: 'Accord écrit, après relecture du texte.',
    coversImages: false,
  };
  must(await noteConsent(tx, { ...nadia, document, consent, sha256 }));
  const { outline, ...read } = draft.read(readDocument);
  const address = publicAddress(title, newId());
  const state = publicState(read.blocks, address, new Map());
  const writers = ['Valmont-sur-Loire'];
  const text = { ...state, outline, address, writers, seq: draft.updates.length, sha256, title };
  must(await publishInterview(tx, { document, now, userId: idOf('claire-oudin'), newId, text }));
}
