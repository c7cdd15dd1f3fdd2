import { settingsFromEnvironment } from './settings-from-environment.js'
import { startDemo, type RunningDemo } from './start-demo.js'
import { StartUpError } from './start-up-error.js'

try {
  const demo = await startDemo(settingsFromEnvironment(process.env))
  stopWhenAsked(demo)
  const uploads = demo.emulatorUrl ? `the emulator on ${demo.emulatorUrl}` : 'Uploadcare'
  console.log(`\n  Open ${demo.url}\n\n  Files go to ${uploads}. Ctrl-C stops everything.\n`)
} catch (error) {
  if (!(error instanceof StartUpError)) throw error
  console.error(error.message)
  process.exit(1)
}

function stopWhenAsked(demo: RunningDemo): void {
  const stop = (): void => {
    void demo.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
