/**
 * Describes why a request failed.
 *
 * @param route whether a proxy was used, from `describeRoute`
 * @throws the error, if it is not a network failure
 */
export function describeFailure(error: unknown, route: string): [message: string, advice: string] {
  if (!(error instanceof Error)) throw error
  if (error.name === 'TimeoutError') {
    return [`did not respond in time ${route}`, 'Check why it is slow, or increase --timeout.']
  }
  const reason = reasonOf(error)
  if (!(error instanceof TypeError) || reason === undefined) throw error
  const proxyAdvice = route.startsWith('through')
    ? ' Check the proxy in HTTPS_PROXY or HTTP_PROXY, and whether the host belongs in NO_PROXY.'
    : ' If this machine needs a proxy, set HTTPS_PROXY.'
  return [`is unreachable ${route} (${reason})`, adviceFor(reason) + proxyAdvice]
}

/** @returns the code or the message of the innermost cause, such as a proxy's refusal */
function reasonOf({ cause }: { cause?: unknown }): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined
  const { code, message } = cause as { code?: unknown; message?: unknown }
  // undici's own codes say less than its messages.
  const reason = typeof code === 'string' && !code.startsWith('UND_ERR_ABORTED') ? code : (message ?? code)
  return reasonOf(cause) ?? (typeof reason === 'string' ? reason : undefined)
}

function adviceFor(reason: string): string {
  if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN')
    return 'Check the host name in the URL, and the network.'
  if (reason === 'ECONNREFUSED') return 'Check that the server is running, and the port in the URL.'
  if (reason.startsWith('ERR_SSL_')) {
    return 'The server does not speak HTTPS on this port. Check http or https, and the port.'
  }
  if (/CERT|TLS|SIGNATURE/.test(reason)) {
    return 'Its certificate is not trusted, so browsers reject it, too. Install a valid certificate.'
  }
  return 'Check the URL and the network.'
}
