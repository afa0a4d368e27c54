import { notification } from '#shared/news/notification/notification.fr.ts';
import { WATCH_LEVELS, type WatchLevel } from '#shared/news/notification/notification.ts';

const words = notification.watch;

/** How closely to follow; what stands in a group may follow as the group does. */
export function LevelChoice({
  chosen,
  ofGroup,
}: {
  chosen: WatchLevel | null;
  /** Null for a group, and for what stands in a group of others. */
  ofGroup: WatchLevel | null;
}) {
  return (
    <fieldset className="plate">
      <legend className="font-semibold">{words.question}</legend>
      {ofGroup && (
        <label className="check">
          <input type="radio" name="level" value="inherit" defaultChecked={chosen === null} />
          <span>{words.inherit(ofGroup)}</span>
        </label>
      )}
      {WATCH_LEVELS.map((level) => (
        <label className="check" key={level}>
          <input
            type="radio"
            name="level"
            value={level}
            defaultChecked={chosen === level || (chosen === null && !ofGroup && level === 'mine')}
          />
          <span>
            {notification.levels[level]}
            <span className="muted small block">{words.hints[level]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
