import { pathToFileURL } from 'node:url'
import path from 'node:path'
import type { Context } from 'aws-lambda'
import { callRuntimeApi } from './call-runtime-api.js'

// A minimal Lambda runtime: fetches events from the Runtime API, calls the handler and sends back its result.

type Handler = (event: unknown, context: RuntimeContext) => unknown

// Without the callback functions of old runtimes.
type RuntimeContext = Omit<Context, 'done' | 'fail' | 'succeed'>

const handler = await loadHandler()
for (;;) await runOnce(handler)

async function loadHandler(): Promise<Handler> {
  const [file = '', name = ''] = (process.env['_HANDLER'] ?? '').split('.')
  const address = pathToFileURL(path.join(process.env['LAMBDA_TASK_ROOT'] ?? '', `${file}.mjs`))
  try {
    const module = (await import(address.href)) as Record<string, Handler>
    const found = module[name]
    if (!found) throw new Error(`${file}.mjs has no export "${name}"`)
    return found
  } catch (error) {
    await callRuntimeApi('POST', '/init/error', describe(error))
    throw error
  }
}

async function runOnce(handle: Handler): Promise<void> {
  const { headers, body } = await callRuntimeApi('GET', '/invocation/next')
  const id = String(headers['lambda-runtime-aws-request-id'])
  try {
    const result: unknown = await handle(JSON.parse(body), contextOf(id, headers))
    await callRuntimeApi('POST', `/invocation/${id}/response`, JSON.stringify(result))
  } catch (error) {
    await callRuntimeApi('POST', `/invocation/${id}/error`, describe(error))
  }
}

function contextOf(awsRequestId: string, headers: NodeJS.Dict<string | string[]>): RuntimeContext {
  const deadlineMs = Number(headers['lambda-runtime-deadline-ms'])
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? '',
    functionVersion: process.env['AWS_LAMBDA_FUNCTION_VERSION'] ?? '',
    invokedFunctionArn: String(headers['lambda-runtime-invoked-function-arn']),
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'] ?? '',
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'] ?? '',
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'] ?? '',
    getRemainingTimeInMillis: () => deadlineMs - Date.now(),
  }
}

function describe(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return JSON.stringify({ errorType: name, errorMessage: message })
}
