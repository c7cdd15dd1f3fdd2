import type { NamedFinding } from '../../doctor/finding.js'
import type { EndpointAddresses } from './await-endpoint.js'

/** How the app is started to check its endpoint. */
export interface CheckPlan {
  /** The script of `package.json` that starts the app beside the emulator. */
  script: string
  addresses: EndpointAddresses
}

/** The result of the check of the endpoint in the running app. */
export type EndpointCheck =
  | { status: 'checked'; url: string; findings: NamedFinding[] }
  /** The app did not start, or its endpoint did not answer. */
  | { status: 'failed'; message: string; output: string }
  | { status: 'interrupted' }
  | { status: 'skipped'; reason: string }
