import { PATHS } from '../protocol/addresses.js'
import type { Exchange } from '../protocol/exchange.js'
import type { Settings } from '../protocol/settings.js'
import type { Backend } from './create-backend.js'
import { describeAnswer } from './describe-answer.js'
import { describeRequest } from './describe-request.js'
import { slowChunks } from './slow-chunks.js'

/** Where a request of the page goes. */
interface Destination {
  receiver: Exchange['receiver']
  /** The path that the exchange shows. */
  path: string
}

export interface Answering {
  backend: Backend
  settings: Settings
  /** The URL of the site, with a slash at its end. */
  baseUrl: string
  /** Shows the exchange to the page: when the request arrives, and again with its answer. */
  report: (exchange: Exchange) => void
}

let lastId = 0

/** Whether the worker answers requests to this URL. All others go to the network. */
export const isForBackend = (url: string, baseUrl: string): boolean => destinationOf(url, baseUrl) !== null

/** Answers a request of the page as the backend of an app and Uploadcare would. */
export async function answerRequest(request: Request, answering: Answering): Promise<Response> {
  const destination = destinationOf(request.url, answering.baseUrl)
  if (destination === null) return fetch(request)
  const startedAtMs = performance.now()
  const body = new Uint8Array(await request.clone().arrayBuffer())
  const exchange: Exchange = {
    id: ++lastId,
    ...destination,
    method: request.method,
    sent: describeRequest(request.headers.get('content-type') ?? '', body),
  }
  answering.report(exchange)
  const response = await respond(request, body, destination, answering)
  const { status, lines } = await describeAnswer(response.clone())
  const tookMs = Math.round(performance.now() - startedAtMs)
  answering.report({ ...exchange, answer: { status, lines, tookMs } })
  return response
}

async function respond(
  request: Request,
  body: Uint8Array,
  { receiver }: Destination,
  { backend, settings, baseUrl }: Answering,
): Promise<Response> {
  if (settings.isOffline) return Response.error()
  if (receiver === 'token endpoint') return backend.issueToken(request)
  const chunks = settings.isSlow ? () => slowChunks(body, sleepMs) : () => oneChunk(body)
  return backend.emulator.fetch(request, { chunks, baseUrl: `${baseUrl}${PATHS.uploadApi}` })
}

function destinationOf(url: string, baseUrl: string): Destination | null {
  if (!url.startsWith(baseUrl)) return null
  const [path = ''] = url.slice(baseUrl.length).split('?')
  if (path === PATHS.tokenEndpoint) return { receiver: 'token endpoint', path: '/api/upload-token' }
  if (!path.startsWith(`${PATHS.uploadApi}/`)) return null
  const below = path.slice(PATHS.uploadApi.length)
  return { receiver: /^\/[0-9a-f]{8}-/.test(below) ? 'file' : 'Upload API', path: below }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const sleepMs = async (durationMs: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, durationMs))
