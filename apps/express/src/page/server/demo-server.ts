import type { SessionState } from '../state/session-state.js'
import type { DemoConfig } from './demo-config.js'

/** The API of the page's backend, without the token endpoint. */
export interface DemoServer {
  readConfig: () => Promise<DemoConfig>
  readSession: () => Promise<SessionState>
  signIn: () => Promise<SessionState>
  signOut: () => Promise<SessionState>
  chooseShortTokens: (isOn: boolean) => Promise<SessionState>
  /** Gives the project a new secret key, so that the upload service refuses all existing tokens. */
  rotateSecretKey: () => Promise<void>
}

/** Creates a client for the backend that served the page. Its methods reject when the backend is unreachable. */
export function createDemoServer(): DemoServer {
  const session = async (method: string, path = ''): Promise<SessionState> =>
    parseSession(await send(method, `/api/session${path}`).then(readJson))

  return {
    readConfig: async () => parseConfig(await send('GET', '/api/config').then(readJson)),
    readSession: () => session('GET'),
    signIn: () => session('POST'),
    signOut: () => session('DELETE'),
    chooseShortTokens: (isOn) => session(isOn ? 'PUT' : 'DELETE', '/short-tokens'),
    async rotateSecretKey() {
      await send('POST', '/api/rotate-secret-key')
    },
  }
}

async function send(method: string, path: string): Promise<Response> {
  const response = await fetch(path, { method })
  if (!response.ok) throw new Error(`${method} ${path} failed with status ${response.status}`)
  return response
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  const json: unknown = await response.json()
  return typeof json === 'object' && json !== null ? { ...json } : {}
}

function parseConfig({ uploadUrl, canRotateSecretKey }: Record<string, unknown>): DemoConfig {
  return {
    uploadUrl: typeof uploadUrl === 'string' ? uploadUrl : undefined,
    canRotateSecretKey: canRotateSecretKey === true,
  }
}

function parseSession({ userName, hasShortTokens }: Record<string, unknown>): SessionState {
  if (typeof userName !== 'string') return { kind: 'signed-out' }
  return { kind: 'signed-in', userName, hasShortTokens: hasShortTokens === true }
}
