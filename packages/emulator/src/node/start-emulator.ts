import {
  createServer as createHttpServer,
  type OutgoingHttpHeaders,
  type Server,
  type ServerOptions,
} from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { isConnectionDropped } from '../control/state/connection-dropped-error.js'
import { createEmulator, type Emulator } from '../create-emulator.js'
import type { EmulatorOptions } from '../emulator-options.js'
import { knownText } from '../http/text-response.js'
import { isLoopbackHost } from '../is-loopback-host.js'
import { createDiskStorage } from './disk-storage.js'
import { createCertificate, type Certificate } from './https/create-certificate.js'
import { listen } from './listen.js'
import { createNodeSourceNetwork } from './node-source-network.js'
import { sendTruncated } from './send-truncated.js'
import { parseServerOptions, type EmulatorServerOptions, type ServerSettings } from './server-options.js'

export interface EmulatorServer {
  /** The URL without a trailing slash: the `baseURL` of an upload client. */
  readonly url: string
  /** The certificate of an HTTPS server in PEM, for clients to trust. */
  readonly certificate: string | undefined
  /** The emulator that answers the requests. */
  readonly emulator: Emulator
  /** Stops listening, closes open connections and removes all files. */
  close(): Promise<void>
}

const SERVER_OPTIONS: ServerOptions = {
  // upload-client sends metadata in the query of `/from_url/`: 50 values of 512 characters are 300 KB when escaped.
  maxHeaderSize: 512 * 1024,
  // A large file on a slow line may take any time. Headers need a limit of their own, or Node applies 0 to them too.
  requestTimeout: 0,
  headersTimeout: 60_000,
}

/**
 * Starts an emulator as a server.
 *
 * @throws {TypeError} naming the option that is invalid.
 * @throws {Error} with a one-line message when the port is in use.
 *
 * @example
 * ```ts
 * import { startEmulator } from '@secure-uploading/emulator/node'
 *
 * const server = await startEmulator({
 *   port: 0,
 *   projects: [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: true }],
 * })
 * console.log(server.url)
 * await server.close()
 * ```
 */
export async function startEmulator(options: EmulatorServerOptions): Promise<EmulatorServer> {
  const [settings, emulatorOptions] = parseServerOptions(options)
  if (settings.dataDirectory === undefined) return serve(settings, emulatorOptions)
  const disk = await createDiskStorage(settings.dataDirectory)
  try {
    const server = await serve(settings, { storage: disk, ...emulatorOptions })
    return {
      ...server,
      async close() {
        await server.close()
        await disk.close()
      },
    }
  } catch (error) {
    await disk.close()
    throw error
  }
}

async function serve(
  { port, host, https }: ServerSettings,
  emulatorOptions: EmulatorOptions,
): Promise<EmulatorServer> {
  const emulator = createEmulator({ network: createNodeSourceNetwork(), ...emulatorOptions })
  const isLoopback = isLoopbackHost(host)
  const listener = getRequestListener(
    async (request, bindings) => answer(emulator, request, bindings as HttpBindings, isLoopback),
    { overrideGlobalObjects: false },
  )
  const certificate = certificateOf(https, host, emulatorOptions.publicUrl)
  const onRequest = (...[incoming, outgoing]: Parameters<typeof listener>): void =>
    void listener(incoming, outgoing)
  const server = certificate
    ? createHttpsServer({ ...SERVER_OPTIONS, ...certificate }, onRequest)
    : createHttpServer(SERVER_OPTIONS, onRequest)
  const url = await listen(server, port, host, certificate ? 'https' : 'http')
  return {
    url,
    certificate: certificate?.cert,
    emulator,
    async close() {
      await closeServer(server)
      await emulator.reset()
    },
  }
}

function certificateOf(
  https: ServerSettings['https'],
  host: string,
  publicUrl: string | undefined,
): Certificate | undefined {
  if (typeof https === 'object') return https
  if (!https) return undefined
  const publicHost = publicUrl === undefined ? [] : [new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')]
  const hosts = new Set(['localhost', '127.0.0.1', '::1', host, ...publicHost])
  return createCertificate([...hosts], Date.now())
}

async function answer(
  emulator: Emulator,
  request: Request,
  { incoming, outgoing }: HttpBindings,
  isLoopback: boolean,
): Promise<Response> {
  try {
    let cutAfterBytes: number | undefined
    const cutAnswer = (afterBytes: number): void => {
      cutAfterBytes = afterBytes
    }
    const response = await emulator.fetch(request, {
      chunks: () => incoming,
      cutAnswer,
      isLoopback,
      hasWireHeaders: true,
    })
    if (cutAfterBytes === undefined) return sendKnown(outgoing, response) ? RESPONSE_ALREADY_SENT : response
    // The listener would log an error of the body's stream and append its text to the response.
    await sendTruncated(outgoing, response, cutAfterBytes)
    return RESPONSE_ALREADY_SENT
  } catch (error) {
    if (!isConnectionDropped(error) && !request.signal.aborted) throw error
    incoming.socket.destroy()
    // Not sent: the connection is closed.
    return new Response(null)
  }
}

/**
 * Sends a response whose body is a known text, or empty, in one write. The listener would read its stream.
 *
 * @returns `false` for other responses.
 */
function sendKnown(outgoing: HttpBindings['outgoing'], response: Response): boolean {
  const body = response.body === null ? '' : knownText(response)
  if (body === undefined) return false
  const headers: OutgoingHttpHeaders = Object.fromEntries(response.headers)
  outgoing.writeHead(response.status, { ...headers, 'content-length': Buffer.byteLength(body) })
  outgoing.end(body)
  return true
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
