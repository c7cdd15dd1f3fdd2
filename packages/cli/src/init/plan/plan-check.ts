import type { CheckPlan } from '../check/endpoint-check.js'
import { ENDPOINT_PATH, type Setup } from '../frameworks/framework.js'
import type { Project } from '../project/project.js'

/** The script that starts the emulator beside the app. */
export const DEV_SCRIPT = 'dev:uploads'

/**
 * Plans how to check the endpoint in the started app.
 *
 * @param isDevScriptAdded whether the plan adds the script
 * @returns the reason if it cannot be checked
 */
export function planCheck(
  { scripts }: Pick<Project, 'scripts'>,
  setup: Setup,
  isDevScriptAdded: boolean,
): CheckPlan | string {
  const { edits = [], endpointUrl, page = endpointUrl } = setup
  if (setup.answersWhenStarted !== true || edits.some(({ after }) => after === undefined)) {
    return 'steps are left to you before the endpoint answers'
  }
  const existing = [DEV_SCRIPT, ...Object.keys(scripts)].find((name) =>
    scripts[name]?.includes('secure-uploading-emulator'),
  )
  const script = existing ?? (isDevScriptAdded ? DEV_SCRIPT : undefined)
  if (script === undefined) return 'package.json has no script that starts the app beside the emulator'
  const addresses = {
    path: ENDPOINT_PATH,
    pageOrigin: new URL(page).origin,
    serverOrigin: new URL(endpointUrl).origin,
  }
  return { script, addresses }
}
