/** Makes the error of an adapter that gets a body when its bytes are gone. `advice` says what to do in its framework. */
export function parsedBodyError(advice: string): TypeError {
  return new TypeError(
    `The webhook's body was parsed before the webhook handler saw it, and the signature can be checked on its raw bytes only. ${advice}`,
  )
}
