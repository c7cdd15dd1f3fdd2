import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** One answer that the gateway gives instead of the emulator. */
export interface GatewayAnswer {
  status: number
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  /** Bytes before the answer. */
  prefix?: string
  /** Whether the emulator answers. `headers` are added, and the status and the body are its own. */
  isForwarded?: boolean
  /** Writes to the connection instead of an answer. */
  write?: (socket: Socket, request: IncomingMessage) => void
  /** Whether it does not wait for the body of the request. */
  isEarly?: boolean
}

/** A proxy in front of the emulator that answers like proxies, S3 and real servers do. */
export interface Gateway {
  /** The address for requests of this run. `reset()` begins a new one. */
  readonly url: string
  /** The number of requests to a path, without preflights. */
  count(path: string): number
  /** Answers the next requests to a path. After them, the emulator answers again. */
  answerNext(path: string, answer: GatewayAnswer, times?: number): void
  /** Answers instead of the emulator, when it returns an answer. */
  intercept: ((path: string, body: string, request: IncomingMessage) => GatewayAnswer | undefined) | undefined
  reset(): void
  close(): Promise<void>
}

/** The path of a part is different for each upload. */
const nameOf = (path: string): string => (path.includes('/_parts/') ? 'part' : path.replace(/^\/|\/$/g, ''))

export async function startGateway(apiUrl: string): Promise<Gateway> {
  const requests: string[] = []
  let planned: { path: string; answer: GatewayAnswer; times: number }[] = []
  let origin = ''
  let run = 0
  const runUrl = (): string => `${origin}/run-${String(run)}`

  async function answer(request: IncomingMessage): Promise<GatewayAnswer> {
    const { pathname: fullPath, search } = new URL(request.url ?? '/', apiUrl)
    const [, ofRun, pathname = '/'] = /^\/run-(\d+)(\/.*)$/.exec(fullPath) ?? ['', String(run), fullPath]
    // Canceled uploads of an earlier test may still send requests.
    const isLate = Number(ofRun) !== run
    const url = `${origin}/run-${ofRun}`
    const path = nameOf(pathname)
    let plan: (typeof planned)[number] | undefined
    if (request.method !== 'OPTIONS' && !isLate) {
      requests.push(path)
      plan = planned.find((one) => one.path === path && one.times > 0)
      if (plan) plan.times--
    }
    if (plan?.answer.isEarly) return plan.answer
    const chunks = (await request.toArray()) as Buffer[]
    if (plan && !plan.answer.isForwarded) return plan.answer
    const intercepted = isLate
      ? undefined
      : gateway.intercept?.(path, Buffer.concat(chunks).toString('latin1'), request)
    if (intercepted) return intercepted
    const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? 'GET')
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        ([name]) => !['host', 'connection', 'content-length', 'transfer-encoding'].includes(name),
      ),
    )
    const response = await fetch(`${apiUrl}${pathname}${search}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(hasBody && { body: Buffer.concat(chunks) }),
    })
    // Part addresses must lead through the gateway.
    const body = (await response.text()).replaceAll(apiUrl, url)
    const { 'content-encoding': _, 'content-length': __, ...passed } = Object.fromEntries(response.headers)
    return { ...plan?.answer, status: response.status, headers: { ...passed, ...plan?.answer.headers }, body }
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, headers = {}, body = '', prefix, write }) => {
        if (prefix !== undefined) request.socket.write(prefix)
        if (write) write(request.socket, request)
        else response.writeHead(status, { 'access-control-allow-origin': '*', ...headers }).end(body)
      },
      () => response.destroy(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

  const gateway: Gateway = {
    get url() {
      return runUrl()
    },
    intercept: undefined,
    count: (path) => requests.filter((one) => one === path).length,
    answerNext(path, planedAnswer, times = 1) {
      planned.push({ path, answer: planedAnswer, times })
    },
    reset() {
      run++
      requests.length = 0
      planned = []
      gateway.intercept = undefined
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return gateway
}
