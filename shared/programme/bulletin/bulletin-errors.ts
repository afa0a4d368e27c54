/** Why something of announcements was refused. */
export type BulletinError =
  | 'bulletin.titleInvalid'
  | 'bulletin.textMissing'
  | 'bulletin.textTooLong'
  | 'bulletin.toldToMissing'
  | 'bulletin.notDraft';
