/** What one phase came to. */
export interface BackupPhase {
  readonly ms: number
  /** Of the backup. */
  readonly bytes: number
  /** Memory of the process before it began, and the most it had (resident). */
  readonly idleBytes: number
  readonly mostBytes: number
}
