import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { activity as activityWords } from '#shared/people/activity/activity.fr.ts';
import type { Activity, RepeatedActivity } from '#shared/people/activity/activity.ts';

/** What happened, the newest first: who, of which organisation, did what, where and when. */
export function ActivityList({
  activities,
  now,
  showGroup,
}: {
  activities: readonly RepeatedActivity[];
  now: Date;
  showGroup: boolean;
}) {
  return (
    <ul className="ruled small">
      {activities.map((activity) => (
        <li key={activity.id}>
          <p>
            <strong>{activity.actor?.name ?? activityWords.formerMember}</strong>{' '}
            <ActivitySentence activity={activity} />
            {activity.times > 1 && ` ${activityWords.times(activity.times)}`}
          </p>
          <p className="muted">
            {[activity.actor?.organisation, showGroup ? activity.groupName : null]
              .filter(Boolean)
              .join(' · ')}
            {(activity.actor?.organisation || showGroup) && ' · '}
            <time dateTime={activity.at.toISOString()} title={dates.exact(activity.at)}>
              {dates.relative(activity.at, now)}
            </time>
          </p>
        </li>
      ))}
    </ul>
  );
}

function ActivitySentence({ activity: { verb, title, objectId } }: { activity: Activity }) {
  const sentence = activityWords.sentences[verb](title);
  if (verb.startsWith('document.'))
    return <Link to={paths.document({ id: objectId, title })}>{sentence}</Link>;
  if (verb.startsWith('board.')) return <Link to={paths.board({ id: objectId, title })}>{sentence}</Link>;
  if (verb.startsWith('resource.'))
    return <Link to={paths.resource({ id: objectId, title })}>{sentence}</Link>;
  if (verb.startsWith('meeting.')) return <Link to={paths.meeting({ id: objectId, title })}>{sentence}</Link>;
  if (verb.startsWith('dataset.') && verb !== 'dataset.trashed')
    return <Link to={paths.dataset({ id: objectId, title })}>{sentence}</Link>;
  if (verb === 'check.done') return <Link to={paths.check(objectId)}>{sentence}</Link>;
  return sentence;
}
