import { z } from 'zod';
import type { BlockJson } from '../../documents/text/document-blocks.ts';

const Name = z.string().min(1).max(100);
const Attributes = z.record(z.string(), z.unknown()).optional();

/** What archives write of a text has no more levels ([R4]); a reader that goes down without end would not come back. */
const DEEPEST = 64;

function blockWith(content: z.ZodType<BlockJson>): z.ZodType<BlockJson> {
  return z.object({
    type: Name,
    attrs: Attributes,
    content: z.array(content).optional(),
    text: z.string().optional(),
    marks: z.array(z.object({ type: Name, attrs: Attributes })).optional(),
  }) as z.ZodType<BlockJson>;
}

/** [OA7] [OA8] A block of a text as an archive has it. */
export const ArchivedBlock = Array.from({ length: DEEPEST }).reduce<z.ZodType<BlockJson>>(
  blockWith,
  z.never(),
);
