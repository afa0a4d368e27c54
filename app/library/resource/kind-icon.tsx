import {
  BookOpen,
  Clapperboard,
  Database,
  FileStack,
  Link as LinkIcon,
  type LucideIcon,
  Ruler,
  Wrench,
} from 'lucide-react';
import type { ResourceKind } from '#shared/library/resource/resource.ts';

const ICONS: Record<ResourceKind, LucideIcon> = {
  method: Ruler,
  tool: Wrench,
  text: BookOpen,
  template: FileStack,
  dataset: Database,
  recording: Clapperboard,
  link: LinkIcon,
};

/** The sign of a kind of resource, beside its name in words. */
export function KindIcon({ kind }: { kind: ResourceKind }) {
  const Icon = ICONS[kind];
  return <Icon className="icon" aria-hidden="true" />;
}
