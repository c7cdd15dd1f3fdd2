import { describeSeconds } from '../../../wording/describe-seconds.js'
import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { askAsPage } from '../requests.js'

const NOTABLE_SECONDS = 5
const WRONG_SECONDS = 60

/** Uploadcare judges a token by the real time, so the clock of who signs has to be right. */
export async function checkClock(examination: Examination): Promise<Finding> {
  const { headers, sentAtMs, receivedAtMs } = await askAsPage(examination)
  const serverMs = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(serverMs)) {
    return unchecked('what time it has could not be seen', 'It sends no Date header: most servers do.')
  }
  // The header has no fraction, and may have been written at any time while we waited.
  const ahead = Math.max(0, serverMs - receivedAtMs)
  const behind = Math.max(0, sentAtMs - serverMs - 1000)
  const seconds = Math.round(Math.max(ahead, behind) / 1000)
  if (seconds <= NOTABLE_SECONDS) return fine('has the same time as this machine')
  const found = seconds > WRONG_SECONDS ? failure : warning
  return found(
    `has a clock ${describeSeconds(seconds)} ${ahead > 0 ? 'ahead of' : 'behind'} this machine's`,
    'Have both set their clocks by NTP.',
  )
}
