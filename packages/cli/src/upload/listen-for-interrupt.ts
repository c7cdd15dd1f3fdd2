import { EXIT_CODE } from '../exit-code.js'
import type { Terminal } from '../terminal/terminal.js'

/** Aborts at the first Ctrl-C, and exits at the second one. */
export function listenForInterrupt(terminal: Terminal): { signal: AbortSignal; stopListening: () => void } {
  const controller = new AbortController()
  const stopListening = terminal.onInterrupt(() => {
    if (controller.signal.aborted) terminal.quit(EXIT_CODE.interrupted)
    controller.abort()
  })
  return { signal: controller.signal, stopListening }
}
