import { UUID } from '../uuid.js'

/** The pattern of group ids, `<uuid>~<number of files>`, as regular expression source. */
export const GROUP_ID = `${UUID}~\\d+`

/** An immutable list of files of one project. */
export interface FileGroup {
  id: string
  publicKey: string
  createdAtMs: number
  files: readonly { uuid: string; defaultEffects: string }[]
}
