import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { FUNCTION_ARN } from './function-environment.js'
import { startRuntimeApi } from './runtime-api.js'

/** A function that runs in a separate process, one event at a time, as on AWS. */
export interface LambdaFunction {
  /**
   * Runs the function with an event and returns its result, both as JSON.
   *
   * @throws {Error} with the function's message.
   */
  invoke: (event: string) => Promise<string>
  close: () => Promise<void>
}

/**
 * Starts the process of a function and its Runtime API.
 *
 * @param runtime the program that fetches events and calls the handler, and its arguments
 * @param environment the complete environment of the function. Of this process's environment, only `PATH` is added.
 */
export async function startFunction(
  runtime: readonly [string, ...string[]],
  environment: Record<string, string>,
): Promise<LambdaFunction> {
  const api = await startRuntimeApi(FUNCTION_ARN)
  const [program, ...args] = runtime
  const child = spawn(program, args, {
    // Lambda also starts functions in this folder.
    cwd: environment['LAMBDA_TASK_ROOT'],
    env: { PATH: process.env['PATH'], ...environment, AWS_LAMBDA_RUNTIME_API: api.address },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'close')
  child.once('error', (error) => {
    api.fail(error.message)
  })
  child.once('close', (exitCode) => {
    api.fail(`The process of the function exited with code ${String(exitCode)}`)
  })

  return {
    invoke: api.invoke,
    async close() {
      child.kill('SIGKILL')
      await ended
      await api.close()
    },
  }
}
