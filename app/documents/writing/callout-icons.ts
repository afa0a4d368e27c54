import {
  BookA,
  CircleCheck,
  FlaskConical,
  Info,
  Lightbulb,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { CalloutKind } from '#shared/documents/attribute/document-attributes.ts';

/** The icon of each kind of callout, beside its word. The style sheet draws the same ones in the text. */
export const CALLOUT_ICONS: Readonly<Record<CalloutKind, LucideIcon>> = {
  info: Info,
  warning: TriangleAlert,
  practice: CircleCheck,
  example: FlaskConical,
  definition: BookA,
  key: Lightbulb,
};
