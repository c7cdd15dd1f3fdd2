import { byteSize } from '../../wording/byte-size.js'
import { printable } from '../../wording/printable.js'
import type { UploadProgress } from './upload-progress.js'

// Smaller files are sent in one request.
const LARGE_BYTES = 10 * 1024 * 1024

/** Prints progress as lines: the start, each quarter of a large file, and the end. */
export function createLines(print: (line: string) => void): UploadProgress {
  return {
    begin(name, sizeBytes) {
      const shown = printable(name)
      let quarters = sizeBytes < LARGE_BYTES ? 4 : 0
      print(`${shown}: uploading ${byteSize(sizeBytes)}`)
      return {
        update(fraction) {
          const passed = Math.floor(fraction * 4)
          if (passed > quarters && passed < 4) print(`${shown}: ${passed * 25}%`)
          quarters = Math.max(quarters, passed)
        },
        end(how) {
          print(`${shown}: ${printable(how)}`)
        },
      }
    },
    say(line) {
      print(printable(line))
    },
    stop: () => undefined,
  }
}
