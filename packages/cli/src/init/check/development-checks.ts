import { CHECKS, type Check } from '../../doctor/endpoint/checks.js'
import { checkAnyone } from '../../doctor/endpoint/checks/check-anyone.js'
import type { Examination } from '../../doctor/endpoint/examination.js'
import { containsToken } from '../../doctor/endpoint/issued-token.js'
import { postWithoutSession } from '../../doctor/endpoint/requests.js'
import { unchecked, type Finding } from '../../doctor/finding.js'

/** Beside the emulator the secret key is a well-known placeholder. */
const LEFT_OUT = ['placeholder']

/** The doctor's checks for an app in development beside the emulator. */
export const DEVELOPMENT_CHECKS: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(Object.entries(CHECKS).filter(([name]) => !LEFT_OUT.includes(name))),
  anyone: checkDemoUser,
}

/** The demo user may upload until "authorize" is edited. */
async function checkDemoUser(examination: Examination): Promise<Finding> {
  if (!containsToken(await postWithoutSession(examination))) return checkAnyone(examination)
  return unchecked(
    'who may upload not checked: beside the emulator, the demo user may',
    'Edit "authorize". Then run the doctor against the app without the emulator.',
  )
}
