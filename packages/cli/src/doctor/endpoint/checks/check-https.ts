import { failure, fine, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'

/** The endpoint uses HTTPS, except on localhost. */
export function checkHttps({ url }: Examination): Finding {
  if (url.protocol === 'https:') return fine('uses HTTPS')
  if (isLocalhost(url.hostname)) return fine('is on localhost, where plain HTTP is fine')
  return failure('uses plain HTTP: anyone on the network can read tokens and cookies', 'Serve it over HTTPS.')
}

const isLocalhost = (hostname: string): boolean =>
  /^(?:.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname)
