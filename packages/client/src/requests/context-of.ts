import { deviceNetwork } from '../network/device-network.js'
import { callListener } from '../token-source/call-listener.js'
import { allowListeners } from '../platform/index.js'
import type { TokenSource } from '../token-source/token-source.js'
import { createProjectKey, type ProjectKey } from './create-project-key.js'
import { createUploadTally, type UploadTally } from './create-upload-tally.js'
import type { RequestContext } from './request-context.js'
import type { UploadEvent } from './upload-event.js'

interface SourceState {
  projectKey: ProjectKey
  tally: UploadTally
}

// Calls and clients that share a token source share the state of its uploads.
const states = /* @__PURE__ */ new WeakMap<TokenSource, SourceState>()

/**
 * Creates the context of one call.
 *
 * @param projectKey the key of a client; by default, the one that comes with the tokens of the source
 */
export function contextOf(
  source: TokenSource,
  onEvent: ((event: UploadEvent) => void) | undefined,
  projectKey?: ProjectKey,
): RequestContext {
  let state = states.get(source)
  if (!state) {
    state = { projectKey: createProjectKey(source), tally: createUploadTally() }
    states.set(source, state)
  }
  allowListeners(source.session)
  return {
    source,
    session: source.session,
    random: Math.random,
    network: deviceNetwork,
    emit: (event) => {
      callListener(onEvent, event)
    },
    projectKey: projectKey ?? state.projectKey,
    tally: state.tally,
  }
}
