import { failure, fine, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'

/** Browsers and networks between them read what goes over plain http. On one's own machine there is nobody between. */
export function checkHttps({ url }: Examination): Finding {
  if (url.protocol === 'https:') return fine('goes over https')
  if (isOwnMachine(url.hostname)) return fine('is on this machine, where http will do')
  return failure(
    'goes over plain http: anyone on the way can read the tokens and the cookies',
    'Serve it over https.',
  )
}

const isOwnMachine = (hostname: string): boolean =>
  /^(?:.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname)
