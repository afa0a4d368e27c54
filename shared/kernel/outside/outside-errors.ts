/** Why an address of somebody else was not read. */
export type OutsideError =
  | 'outside.off'
  | 'outside.address'
  | 'outside.port'
  | 'outside.private'
  | 'outside.unknownHost'
  | 'outside.unreachable'
  | 'outside.tooSlow'
  | 'outside.tooLarge'
  | 'outside.redirects'
  | 'outside.gone'
  | 'outside.status'
  | 'outside.encoded'
  | 'outside.plain';
