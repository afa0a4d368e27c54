import {
  Building2,
  CalendarDays,
  Database,
  FileText,
  Gavel,
  Kanban,
  Library,
  type LucideIcon,
  MapPin,
  MessageSquare,
  SquareCheck,
  UserRound,
  Users,
} from 'lucide-react';
import type { SearchKind } from '#shared/search/search-kinds.ts';

const ICONS: Record<SearchKind, LucideIcon> = {
  document: FileText,
  card: SquareCheck,
  decision: Gavel,
  meeting: CalendarDays,
  resource: Library,
  dataset: Database,
  comment: MessageSquare,
  board: Kanban,
  group: Users,
  person: UserRound,
  organisation: Building2,
  city: MapPin,
};

/** The icon of a kind of results; its word stands beside. */
export function KindIcon({ kind }: { kind: SearchKind }) {
  const Icon = ICONS[kind];
  return <Icon className="icon" aria-hidden="true" />;
}
