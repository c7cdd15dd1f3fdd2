import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { listen } from '../listen.js'

const INVOCATION_TIMEOUT_MS = 10_000

/** The side of AWS Lambda that a function's process talks to. */
export interface RuntimeApi {
  /** Its address, without the scheme, as `AWS_LAMBDA_RUNTIME_API` has it. */
  readonly address: string
  /**
   * Hands an event to the function, and gives what it returned. Both are JSON.
   *
   * @throws {Error} with the function's own message, when it threw, ended or took too long.
   */
  invoke: (event: string) => Promise<string>
  /** Fails all that waits and all that comes: the function's process has ended. */
  fail: (reason: string) => void
  close: () => Promise<void>
}

interface Invocation {
  id: string
  event: string
  resolve: (result: string) => void
  reject: (error: Error) => void
}

/**
 * Starts a Runtime API on a free port of this machine: the protocol that AWS's runtimes speak.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function startRuntimeApi(functionArn: string): Promise<RuntimeApi> {
  const waiting: Invocation[] = []
  const running = new Map<string, Invocation>()
  let takeNext: ((invocation: Invocation) => void) | undefined
  let failure: string | undefined

  function offer(invocation: Invocation): void {
    if (takeNext) takeNext(invocation)
    else waiting.push(invocation)
    takeNext = undefined
  }

  function fail(reason: string): void {
    failure = reason
    for (const { reject } of [...running.values(), ...waiting]) reject(new Error(reason))
  }

  const app = new Hono()

  app.get('/2018-06-01/runtime/invocation/next', async (c) => {
    const next = waiting.shift() ?? (await new Promise<Invocation>((resolve) => (takeNext = resolve)))
    running.set(next.id, next)
    return c.body(next.event, 200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': next.id,
      'lambda-runtime-deadline-ms': String(Date.now() + INVOCATION_TIMEOUT_MS),
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${next.id.replaceAll('-', '').slice(0, 24)};Sampled=0`,
    })
  })

  app.post('/2018-06-01/runtime/invocation/:id/response', async (c) => {
    running.get(c.req.param('id'))?.resolve(await c.req.text())
    return c.json({ status: 'OK' }, 202)
  })

  app.post('/2018-06-01/runtime/invocation/:id/error', async (c) => {
    running.get(c.req.param('id'))?.reject(new Error(await c.req.text()))
    return c.json({ status: 'OK' }, 202)
  })

  app.post('/2018-06-01/runtime/init/error', async (c) => {
    fail(`The function could not start: ${await c.req.text()}`)
    return c.json({ status: 'OK' }, 202)
  })

  const server = await listen(app, 0)

  return {
    address: new URL(server.url).host,
    async invoke(event) {
      if (failure !== undefined) throw new Error(failure)
      const id = randomUUID()
      let timer: NodeJS.Timeout | undefined
      try {
        return await new Promise<string>((resolve, reject) => {
          timer = setTimeout(() => {
            reject(new Error(`The function took more than ${INVOCATION_TIMEOUT_MS} ms`))
          }, INVOCATION_TIMEOUT_MS)
          offer({ id, event, resolve, reject })
        })
      } finally {
        clearTimeout(timer)
        running.delete(id)
      }
    },
    fail,
    close: server.close,
  }
}
