/**
 * Tells why the endpoint could not be asked.
 *
 * @throws what is not of the network's making.
 */
export function describeFailure(error: unknown): [message: string, advice: string] {
  if (!(error instanceof Error)) throw error
  if (error.name === 'TimeoutError') {
    return ['does not answer in time', 'Find out why it is slow, or raise --timeout.']
  }
  const { code, message } = (error.cause ?? {}) as { code?: unknown; message?: unknown }
  const why = code ?? message
  if (!(error instanceof TypeError) || typeof why !== 'string') throw error
  return [`cannot be reached (${why})`, adviceFor(why)]
}

function adviceFor(code: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Check the name in its address, and the network.'
  if (code === 'ECONNREFUSED') return 'Check that it runs, and the port in its address.'
  if (code.startsWith('ERR_SSL_')) return 'It does not speak https there: check http or https, and the port.'
  if (/CERT|TLS|SIGNATURE/.test(code)) {
    return 'Its certificate is not trusted: no browser will ask it either.'
  }
  return 'Check its address, and the network.'
}
