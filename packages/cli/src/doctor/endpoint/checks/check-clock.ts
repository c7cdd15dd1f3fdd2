import { describeSeconds } from '../../../wording/describe-seconds.js'
import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { postAsPage } from '../requests.js'

const WARNING_SECONDS = 5
const FAILURE_SECONDS = 60

/** Uploadcare checks expiry by the real time, so the backend's clock must be correct. */
export async function checkClock(examination: Examination): Promise<Finding> {
  const { headers, sentAtMs, receivedAtMs } = await postAsPage(examination)
  const serverMs = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(serverMs)) {
    return unchecked('clock not checked: no Date header', 'Send a Date header, as most servers do.')
  }
  // Date has no fraction, and was set at some time between sending and receiving.
  const ahead = Math.max(0, serverMs - receivedAtMs)
  const behind = Math.max(0, sentAtMs - serverMs - 1000)
  const seconds = Math.round(Math.max(ahead, behind) / 1000)
  if (seconds <= WARNING_SECONDS) return fine('has the same clock as this machine')
  const found = seconds > FAILURE_SECONDS ? failure : warning
  return found(
    `has a clock ${describeSeconds(seconds)} ${ahead > 0 ? 'ahead of' : 'behind'} this machine's`,
    'Synchronize both clocks by NTP.',
  )
}
