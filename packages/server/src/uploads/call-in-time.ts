/** Creates the error of a call that did not end in time. */
export type LateError = (limitMs: number) => Error

/**
 * Waits for a call of the app's store or limiter at most for a time. A client of Redis without a connection, for example, keeps
 * commands until it is connected again.
 *
 * @throws the error of `late` when the call has not ended; its later end is ignored.
 */
export async function callInTime<Result>(
  call: () => Result | PromiseLike<Result>,
  limitMs: number,
  late: LateError,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const result = call()
    if (!isPromiseLike(result)) return result
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(late(limitMs))
      }, limitMs)
    })
    return await Promise.race([result, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

function isPromiseLike<Result>(value: Result | PromiseLike<Result>): value is PromiseLike<Result> {
  return typeof value === 'object' && value !== null && 'then' in value
}
