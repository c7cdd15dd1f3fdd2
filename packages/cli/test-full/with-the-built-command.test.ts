import { describe } from 'vitest'

// Repeats the tests of the commands with the script that npx runs.
process.env['TEST_BUILT_COMMAND'] = '1'

const suites = {
  doctor: () => import('../test/doctor/run-doctor.test.js'),
  help: () => import('../test/help.test.js'),
  init: () => import('../test/init/run-init.test.js'),
  secrets: () => import('../test/secrets/assert-no-secret.test.js'),
  sign: () => import('../test/sign/sign-command.test.js'),
  interruption: () => import('../test/upload/interruption.test.js'),
  upload: () => import('../test/upload/upload-command.test.js'),
  verify: () => import('../test/verify/verify-command.test.js'),
}

for (const [name, load] of Object.entries(suites)) {
  describe(name, async () => {
    await load()
  })
}
