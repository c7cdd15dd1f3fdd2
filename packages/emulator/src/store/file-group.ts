import { UUID } from '../uuid.js'

/** How the ids of groups are written, `<uuid>~<number of files>`: a regular expression, to be put into longer ones. */
export const GROUP_ID = `${UUID}~\\d+`

/** A group: an immutable list of files of one project. */
export interface FileGroup {
  id: string
  publicKey: string
  createdAtMs: number
  files: readonly { uuid: string; defaultEffects: string }[]
}
