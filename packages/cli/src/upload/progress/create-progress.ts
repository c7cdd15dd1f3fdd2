import type { Terminal } from '../../terminal/terminal.js'
import { createBars } from './create-bars.js'
import { createLines } from './create-lines.js'
import type { UploadProgress } from './upload-progress.js'

/** Shows progress as bars on a screen, and in lines elsewhere. Results have stdout for themselves. */
export function createProgress(terminal: Terminal): UploadProgress {
  return terminal.screen
    ? createBars(terminal.screen)
    : createLines((line) => {
        terminal.tell(line)
      })
}
