import { warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { withoutQuery } from '../redirect.js'
import { postAsPage } from '../requests.js'

/** The URL is the final one. */
export async function checkRedirect(examination: Examination): Promise<Finding[]> {
  const { url } = await postAsPage(examination)
  if (url.href === examination.url.href) return []
  return [
    warning(
      `redirects to ${withoutQuery(url)}, where the other checks continue`,
      'Use that URL in clients: a redirect costs a request, and browsers reject it for preflights.',
    ),
  ]
}
