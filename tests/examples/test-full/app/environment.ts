import path from 'node:path'
import { inject } from 'vitest'

/** The environment of npm and of the commands of a framework: they run on the Node that the test provides. */
export const ENVIRONMENT = {
  PATH: `${inject('nodeFolder')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
}
