/**
 * Describes why a request failed.
 *
 * @throws the error, if it is not a network failure
 */
export function describeFailure(error: unknown): [message: string, advice: string] {
  if (!(error instanceof Error)) throw error
  if (error.name === 'TimeoutError') {
    return ['did not respond in time', 'Check why it is slow, or increase --timeout.']
  }
  const { code, message } = (error.cause ?? {}) as { code?: unknown; message?: unknown }
  const reason = code ?? message
  if (!(error instanceof TypeError) || typeof reason !== 'string') throw error
  return [`is unreachable (${reason})`, adviceFor(reason)]
}

function adviceFor(code: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Check the host name in the URL, and the network.'
  if (code === 'ECONNREFUSED') return 'Check that the server is running, and the port in the URL.'
  if (code.startsWith('ERR_SSL_'))
    return 'The server does not speak HTTPS on this port. Check http or https, and the port.'
  if (/CERT|TLS|SIGNATURE/.test(code)) {
    return 'Its certificate is not trusted, so browsers reject it, too. Install a valid certificate.'
  }
  return 'Check the URL and the network.'
}
