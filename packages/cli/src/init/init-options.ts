/** The options of the command `init`. */
export interface InitOptions {
  directory?: string
  framework?: string
  yes?: true
  dryRun?: true
  /** False with --no-install. */
  install: boolean
  /** False with --no-doctor. */
  doctor: boolean
  json?: true
}
