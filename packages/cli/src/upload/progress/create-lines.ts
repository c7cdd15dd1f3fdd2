import { byteSize } from '../../wording/byte-size.js'
import { printable } from '../../wording/printable.js'
import type { UploadProgress } from './upload-progress.js'

// A file that goes in one request has no quarters worth a line.
const LARGE_BYTES = 10 * 1024 * 1024

/** Shows progress in lines: the beginning, each quarter of a large file, and the end. */
export function createLines(tell: (line: string) => void): UploadProgress {
  return {
    begin(name, sizeBytes) {
      const shown = printable(name)
      let quarters = sizeBytes < LARGE_BYTES ? 4 : 0
      tell(`${shown}: uploading ${byteSize(sizeBytes)}`)
      return {
        update(fraction) {
          const passed = Math.floor(fraction * 4)
          if (passed > quarters && passed < 4) tell(`${shown}: ${passed * 25}%`)
          quarters = Math.max(quarters, passed)
        },
        end(how) {
          tell(`${shown}: ${printable(how)}`)
        },
      }
    },
    say(line) {
      tell(printable(line))
    },
    stop: () => undefined,
  }
}
