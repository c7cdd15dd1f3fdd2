import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { askAsPage } from '../requests.js'

/** A page on another origin, which --origin names, has to be allowed to read the answer. */
export async function checkOwnPage(examination: Examination): Promise<Finding[]> {
  const { url, pageOrigin, credentials } = examination
  if (pageOrigin === url.origin) return []
  const { headers } = await askAsPage(examination)
  const allowed = headers.get('access-control-allow-origin')
  if (allowed !== pageOrigin && (allowed !== '*' || 'cookie' in credentials)) {
    return [
      failure(
        'does not let the page of --origin read its answers',
        'Add that origin to "allowedOrigins", exactly as it stands there: scheme, host and port, without a slash.',
      ),
    ]
  }
  if ('cookie' in credentials && headers.get('access-control-allow-credentials') !== 'true') {
    return [
      failure('takes no cookies from the page of --origin', 'Send Access-Control-Allow-Credentials: true.'),
    ]
  }
  if (allowed !== '*' && !/(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(headers.get('vary') ?? '')) {
    return [
      warning('lets one origin in without saying that others differ', 'Send Vary: Origin with every answer.'),
    ]
  }
  return [fine('lets the page of --origin read its answers')]
}
