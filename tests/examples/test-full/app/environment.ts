import path from 'node:path'
import { inject } from 'vitest'

/** The environment of npm, of a framework's commands and of the apps: the Node that the test provides, and no traces of vitest. */
export const ENVIRONMENT = {
  NODE_ENV: 'production',
  TEST: '',
  VITEST: '',
  PATH: `${inject('nodeFolder')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
}
