import type { ProgramOptions, StartedProgram } from '../../../src/terminal/started-program.js'

export interface FakeApp {
  readonly start: (words: readonly string[], options: ProgramOptions) => StartedProgram
  /** The started programs, as `words`. */
  started: string[]
  stopped: number
}

/** Replaces the start of an app. It prints `output`, and runs until it is stopped or ends with `exitCode`. */
export function fakeApp(output: string, exitCode?: { code: number | undefined }): FakeApp {
  const app: FakeApp = {
    started: [],
    stopped: 0,
    start(words) {
      app.started.push(words.join(' '))
      return {
        output: () => output,
        ended: exitCode ? Promise.resolve(exitCode.code) : new Promise(() => undefined),
        stop() {
          app.stopped++
          return Promise.resolve()
        },
      }
    },
  }
  return app
}
