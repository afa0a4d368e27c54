import { CalendarClock, ShieldAlert, ShieldQuestion, Unlink, Users } from 'lucide-react';
import { resource as words } from '#shared/library/resource/resource.fr.ts';
import { isToReview, type ResourceFacts, type Scan } from '#shared/library/resource/resource.ts';

/** What must be known of a resource before one opens it, always in words. `today` as ISO. */
export function ResourceBadges({
  resource,
  today,
}: {
  resource: Pick<ResourceFacts, 'reviewOn'> & {
    readonly isForAll: boolean;
    readonly linkLostAt: Date | null;
    readonly version: { readonly scan: Scan } | null;
  };
  today: string;
}) {
  const scan = resource.version?.scan;
  const badge = (kind: string, Icon: typeof Users, text: string) => (
    <span className={`badge ${kind}`}>
      <Icon className="icon" aria-hidden="true" /> {text}
    </span>
  );
  return (
    <>
      {resource.isForAll && badge('info', Users, words.forAll)}
      {isToReview(resource, today) && badge('warning', CalendarClock, words.toReview)}
      {resource.linkLostAt && badge('danger', Unlink, words.lost)}
      {scan === 'waiting' && badge('warning', ShieldQuestion, words.quarantine)}
      {scan === 'infected' && badge('danger', ShieldAlert, words.infected)}
    </>
  );
}
