import { createServer, type Server, type ServerOptions } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { isConnectionDropped } from '../control/state/connection-dropped-error.js'
import { createEmulator, type Emulator } from '../create-emulator.js'
import type { EmulatorOptions } from '../emulator-options.js'
import { isLoopbackHost } from '../is-loopback-host.js'
import { createDiskStorage } from './disk-storage.js'
import { listen } from './listen.js'
import { createNodeSourceNetwork } from './node-source-network.js'
import { sendTruncated } from './send-truncated.js'

export interface EmulatorServerOptions extends EmulatorOptions {
  /**
   * The port to listen on; 0 selects a free one.
   *
   * @default 0
   */
  port?: number
  /**
   * The address to listen on.
   *
   * @default '127.0.0.1'
   */
  host?: string
  /**
   * A directory for the bytes of files. `close()` removes them; the next start on this machine removes those of a killed run.
   *
   * @default memory
   */
  dataDirectory?: string
}

export interface EmulatorServer {
  /** The URL without a trailing slash: the `baseURL` of an upload client. */
  readonly url: string
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
  const { dataDirectory, ...serverOptions } = options
  if (dataDirectory === undefined) return serve(serverOptions)
  const disk = await createDiskStorage(dataDirectory)
  try {
    const server = await serve({ storage: disk, ...serverOptions })
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

async function serve(options: Omit<EmulatorServerOptions, 'dataDirectory'>): Promise<EmulatorServer> {
  const { port = 0, host = '127.0.0.1', ...emulatorOptions } = options
  const emulator = createEmulator({ network: createNodeSourceNetwork(), ...emulatorOptions })
  const isLoopback = isLoopbackHost(host)
  const listener = getRequestListener(
    async (request, bindings) => answer(emulator, request, bindings as HttpBindings, isLoopback),
    { overrideGlobalObjects: false },
  )
  const server = createServer(SERVER_OPTIONS, (incoming, outgoing) => void listener(incoming, outgoing))
  const url = await listen(server, port, host)
  return {
    url,
    emulator,
    async close() {
      await closeServer(server)
      await emulator.reset()
    },
  }
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
    if (cutAfterBytes === undefined) return response
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

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
