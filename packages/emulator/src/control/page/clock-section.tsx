import { ActionButton } from './action-button.js'

const STEPS = [
  ['+ 1 minute', 60_000],
  ['+ 30 minutes', 1_800_000],
  ['+ 1 day', 86_400_000],
] as const

/** The emulator's clock. */
export function ClockSection({ nowMs }: { nowMs: number }) {
  return (
    <div class="row">
      <time class="clock" data-now-ms={String(Math.round(nowMs))} dateTime={new Date(nowMs).toISOString()}>
        {new Date(nowMs).toISOString().replace('T', ' ').slice(0, 19)} UTC
      </time>
      {STEPS.map(([title, advanceMs]) => (
        <ActionButton id={`advance-${advanceMs}`} method="POST" path="clock" body={{ advanceMs }}>
          {title}
        </ActionButton>
      ))}
      <form class="row" id="clock-form">
        <label>
          Set to (UTC)
          <input type="datetime-local" name="moment" step="1" required />
        </label>
        <button type="submit" id="clock-set">
          Set
        </button>
      </form>
      <ActionButton id="clock-reset" method="POST" path="clock" body={{ reset: true }} kind="quiet">
        Real time
      </ActionButton>
    </div>
  )
}
