/** A place in the list, as a text editor counts lines: the first is 1. */
interface OnLine {
  readonly line: number;
  /** What the list says there. */
  readonly value: string;
}

/** [IB2] Something because of which a line is left out. */
export type PeopleFault =
  | ({
      readonly code:
        | 'email.missing'
        | 'email.invalid'
        | 'name.missing'
        | 'name.tooLong'
        | 'organisation.unknown'
        | 'group.unknown'
        | 'role.unknown';
    } & OnLine)
  | ({ readonly code: 'email.twice'; readonly firstLine: number } & OnLine);

/** [IB2] Something worth a look: whom nothing is sent to, or a name that is read otherwise than it is written. */
export type PeopleNote =
  | ({ readonly code: 'person.hasAccount' | 'person.waits' } & OnLine)
  | ({ readonly code: 'name.read'; readonly expected: string } & OnLine);

/** [IB1] Something because of which nothing of the list is read. */
export type UnreadListError =
  | 'peopleList.empty'
  | 'peopleList.tooLong'
  | 'peopleList.tooLarge'
  | 'peopleList.notText'
  | 'peopleList.spreadsheet'
  | 'peopleList.quotes'
  | 'peopleList.noAddress';

/** Why a list is not taken, or not sent again. */
export type PeopleListError =
  | UnreadListError
  | 'peopleList.nobody'
  | 'peopleList.notFound'
  | 'peopleList.nobodyLeft';
