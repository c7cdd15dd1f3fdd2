import cliProgress from 'cli-progress'
import { byteSize } from '../../wording/byte-size.js'
import { printable } from '../../wording/printable.js'
import type { UploadProgress } from './upload-progress.js'

const STEPS = 1000

/** Shows a progress bar per file. */
export function createBars(screen: NodeJS.WritableStream): UploadProgress {
  const bars = new cliProgress.MultiBar(
    {
      stream: screen,
      format: '{bar} {percentage}% {name} {how}',
      hideCursor: true,
      barsize: 24,
      // The upload command handles Ctrl-C.
      gracefulExit: false,
    },
    cliProgress.Presets.shades_classic,
  )
  return {
    begin(name, sizeBytes) {
      const bar = bars.create(STEPS, 0, { name: printable(name), how: byteSize(sizeBytes) })
      return {
        update(fraction) {
          bar.update(Math.floor(fraction * STEPS))
        },
        end(how) {
          bar.update({ how: printable(how) })
          bar.stop()
        },
      }
    },
    say(line) {
      bars.log(`${printable(line)}\n`)
    },
    stop() {
      // Flushes the last line of the log.
      bars.update()
      bars.stop()
    },
  }
}
