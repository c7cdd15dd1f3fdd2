import type { SessionState } from '../state/session-state.js'
import type { DemoConfig } from './demo-config.js'

/** The page's own backend, besides its token endpoint. */
export interface DemoServer {
  readConfig: () => Promise<DemoConfig>
  readSession: () => Promise<SessionState>
  signIn: () => Promise<SessionState>
  signOut: () => Promise<SessionState>
  chooseShortTokens: (isOn: boolean) => Promise<SessionState>
  /** Gives the project a new secret key, so that the storage refuses every token so far. */
  rotateSecretKey: () => Promise<void>
}

/** Talks to the backend that served the page. Its methods throw when it cannot be reached. */
export function createDemoServer(): DemoServer {
  const session = async (method: string, path = ''): Promise<SessionState> =>
    parseSession(await ask(method, `/api/session${path}`).then(readJson))

  return {
    readConfig: async () => parseConfig(await ask('GET', '/api/config').then(readJson)),
    readSession: () => session('GET'),
    signIn: () => session('POST'),
    signOut: () => session('DELETE'),
    chooseShortTokens: (isOn) => session(isOn ? 'PUT' : 'DELETE', '/short-tokens'),
    async rotateSecretKey() {
      await ask('POST', '/api/rotate-secret-key')
    },
  }
}

async function ask(method: string, path: string): Promise<Response> {
  const response = await fetch(path, { method })
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}`)
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
