import type { PendingFault } from '../state/fault-list.js'
import { ENDPOINT_TARGETS } from '../../endpoints/endpoint-name.js'
import { ActionButton } from './action-button.js'

/** The effects that the form offers, with their values as in the control API. */
const EFFECTS: readonly (readonly [title: string, effect: object])[] = [
  ['refuse as expired', { refuse: 'SignatureExpirationError' }],
  ['refuse as invalid', { refuse: 'SignatureInvalidError' }],
  ['throttle for 1 s', { throttle: { retryAfterSeconds: 1 } }],
  ['throttle for 10 s', { throttle: { retryAfterSeconds: 10 } }],
  ['respond with 503', { status: 503 }],
  ['delay by 2 s', { latencyMs: 2000 }],
  ['drop the connection', { drop: 'request' }],
  ['drop the response', { drop: 'answer' }],
  ['truncate the response', { truncateAfterBytes: 10 }],
]

/** A form that adds a fault. */
export function FaultForm() {
  return (
    <form class="row" id="fault-form">
      <label>
        Fail the next
        <input name="times" type="number" min="1" max="1000000" value="1" required />
      </label>
      <label>
        requests to
        <select name="endpoint">
          <option value="">any endpoint</option>
          {ENDPOINT_TARGETS.map((name) => (
            <option value={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        Effect
        <select name="effect">
          {EFFECTS.map(([title, effect]) => (
            <option value={JSON.stringify(effect)}>{title}</option>
          ))}
        </select>
      </label>
      <button type="submit" id="fault-add">
        Add
      </button>
    </form>
  )
}

/** The faults that still apply. */
export function FaultsSection({ faults }: { faults: readonly PendingFault[] }) {
  return (
    <div data-live="faults" tabindex={-1}>
      {faults.length === 0 && <p class="empty">No faults.</p>}
      <ul class="faults">
        {faults.map((fault) => (
          <li>
            <span>{describe(fault)}</span>
            <ActionButton id={`fault-${fault.id}`} method="DELETE" path={`faults/${fault.id}`} kind="quiet">
              Remove
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

function describe(fault: PendingFault): string {
  const { times, endpoint } = fault
  const requests =
    times === 1 ? 'Next request' : times === Infinity ? 'All requests' : `Next ${times} requests`
  const where = endpoint === undefined ? 'any endpoint' : String(endpoint)
  const targeting = ['id', 'times', 'skip', 'endpoint']
  const effect = JSON.stringify(
    Object.fromEntries(Object.entries(fault).filter(([name]) => !targeting.includes(name))),
  )
  const title = EFFECTS.find(([, offered]) => JSON.stringify(offered) === effect)?.[0]
  return `${requests} to ${where}: ${title ?? effect}`
}
