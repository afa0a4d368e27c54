import { programmePaths } from '#shared/programme/programme-paths.ts';
import { publicHome } from '#shared/publication/public-site/public-home.fr.ts';
import type { PublicHome } from '#shared/publication/public-site/public-home.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { Plate } from '../../../ui/page/plate.tsx';

const words = publicHome.take;

/** [PS10] How a city takes part: the steps of a call on a rope laid flat, then what waits for none. */
export function TakePart({ call, hasSheets }: { call: PublicHome['call']; hasSheets: boolean }) {
  const when =
    call?.part === 'open'
      ? words.applyOpen(call.closesAt)
      : call
        ? words.applyComing(call.opensAt)
        : words.applyLater;
  return (
    <Plate id="participer" title={words.title} beside={<a href={programmePaths.calls()}>{words.all}</a>}>
      <h3 className="way-h">{words.byCall}</h3>
      <ol className="flat">
        <li className={call?.part === 'open' ? 'now' : undefined}>
          <strong>{words.apply}</strong>
          <p>{when}</p>
        </li>
        <li>
          <strong>{words.answer}</strong>
          <p>{words.answerText}</p>
        </li>
        <li>
          <strong>{words.experiment}</strong>
          <p>{words.experimentText}</p>
        </li>
        <li>
          <strong>{words.share}</strong>
          <p>{words.shareText}</p>
        </li>
      </ol>
      <h3 className="way-h">{words.without}</h3>
      <div className="ways">
        {hasSheets && (
          <div>
            <h4>
              <a href={sheetPaths.publicSheets()}>{words.repeat}</a>
            </h4>
            <p>{words.repeatText}</p>
          </div>
        )}
        <div>
          <h4>{words.group}</h4>
          <p>{words.groupText}</p>
        </div>
        <div>
          <h4>{words.help}</h4>
          <p>{words.helpText}</p>
        </div>
      </div>
    </Plate>
  );
}
