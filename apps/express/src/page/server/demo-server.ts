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
  /** Reads the owners that the webhook reported, without the first `since`. */
  readOwners: (since: number) => Promise<readonly FileOwner[]>
}

export interface FileOwner {
  uuid: string
  owner: string
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
    readOwners: async (since) =>
      parseOwners(await (await send('GET', `/api/owned-files?since=${since}`)).json()),
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

function parseConfig({ uploadUrl, canRotateSecretKey, hasWebhook }: Record<string, unknown>): DemoConfig {
  return {
    uploadUrl: typeof uploadUrl === 'string' ? uploadUrl : undefined,
    canRotateSecretKey: canRotateSecretKey === true,
    hasWebhook: hasWebhook === true,
  }
}

function parseOwners(json: unknown): FileOwner[] {
  const list: readonly unknown[] = Array.isArray(json) ? json : []
  return list.filter(
    (file): file is FileOwner =>
      typeof file === 'object' &&
      file !== null &&
      'uuid' in file &&
      'owner' in file &&
      typeof file.uuid === 'string' &&
      typeof file.owner === 'string',
  )
}

function parseSession({ userName, hasShortTokens }: Record<string, unknown>): SessionState {
  if (typeof userName !== 'string') return { kind: 'signed-out' }
  return { kind: 'signed-in', userName, hasShortTokens: hasShortTokens === true }
}
