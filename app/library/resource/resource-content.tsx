import { Download, ExternalLink } from 'lucide-react';
import { dates } from '#shared/kernel/dates.fr.ts';
import { file as fileWords } from '#shared/kernel/file/file.fr.ts';
import { resource } from '#shared/library/resource/resource.fr.ts';
import { isServed, isToReview, type Scan } from '#shared/library/resource/resource.ts';
import { paths } from '#shared/paths.ts';
import { Notice } from '../../ui/notice.tsx';

const words = resource.page;

interface Content {
  readonly id: string;
  readonly reviewOn: string | null;
  readonly address: string | null;
  readonly linkCheckedAt: Date | null;
  readonly linkLostAt: Date | null;
  readonly version: {
    readonly number: number;
    readonly name: string;
    readonly bytes: number;
    readonly scan: Scan;
    readonly sha256: string;
  } | null;
}

/** The way to what a resource is: its link, or the latest state of its file, with whatever stands against it. */
export function ResourceContent({ resource: shown, now }: { resource: Content; now: Date }) {
  const { version, address, reviewOn } = shown;
  return (
    <>
      {reviewOn && isToReview(shown, dates.iso(now)) && (
        <Notice kind="warning">{words.reviewNow(dates.short(new Date(`${reviewOn}T12:00:00Z`)))}</Notice>
      )}
      {address && <TheLink {...shown} address={address} />}
      {version?.scan === 'waiting' && <Notice kind="warning">{words.waiting}</Notice>}
      {version?.scan === 'infected' && <Notice kind="danger">{words.infected}</Notice>}
      {version && isServed(version) && (
        <>
          <p className="resource-main">
            <a
              className="btn primary"
              href={paths.resourceFile(shown, version.number)}
              download={version.name}
            >
              <Download className="icon" aria-hidden="true" />
              {words.download(version.name, fileWords.size(version.bytes))}
            </a>
          </p>
          <details className="small mt-2">
            <summary>{words.checksum}</summary>
            <p className="checksum">{version.sha256}</p>
          </details>
        </>
      )}
    </>
  );
}

function TheLink({ address, linkCheckedAt, linkLostAt }: Content & { address: string }) {
  const state = linkCheckedAt
    ? linkLostAt
      ? words.linkLost(dates.short(linkLostAt), dates.short(linkCheckedAt))
      : words.linkFine(dates.short(linkCheckedAt))
    : words.linkNever;
  return (
    <>
      {linkLostAt && <Notice kind="danger">{state}</Notice>}
      <p className="resource-main">
        <a className="btn primary" href={address} rel="noreferrer nofollow">
          <ExternalLink className="icon" aria-hidden="true" />
          {words.open}
        </a>
        <span className="muted small">
          {words.opens(URL.parse(address)?.host ?? address)} {!linkLostAt && state}
        </span>
      </p>
    </>
  );
}
