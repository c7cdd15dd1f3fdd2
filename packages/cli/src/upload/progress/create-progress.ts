import type { Terminal } from '../../terminal/terminal.js'
import { createBars } from './create-bars.js'
import { createLines } from './create-lines.js'
import type { UploadProgress } from './upload-progress.js'

/** Shows progress on stderr, as bars on a terminal and as lines elsewhere. */
export function createProgress(terminal: Terminal): UploadProgress {
  return terminal.screen
    ? createBars(terminal.screen)
    : createLines((line) => {
        terminal.printError(line)
      })
}
