import type { Child } from 'hono/jsx'

interface ActionButtonProps {
  /** Stable across updates, so that the button keeps the focus. */
  id: string
  method: 'POST' | 'PATCH' | 'DELETE'
  /** Relative to `/_emulator/`. */
  path: string
  body?: unknown
  label?: string
  /** The question to confirm before the call. */
  question?: string
  kind?: 'quiet' | 'danger'
  /** Renders a switch in this state. */
  checked?: boolean
  children: Child
}

/** A button that calls the control API. The page's script handles the click. */
export function ActionButton({
  id,
  method,
  path,
  body,
  label,
  question,
  kind,
  checked,
  children,
}: ActionButtonProps) {
  return (
    <button
      type="button"
      id={id}
      class={checked === undefined ? (kind ?? '') : 'switch'}
      data-method={method}
      data-path={path}
      data-question={question}
      data-body={body === undefined ? undefined : JSON.stringify(body)}
      role={checked === undefined ? undefined : 'switch'}
      aria-checked={checked === undefined ? undefined : String(checked)}
      aria-label={label}
    >
      {children}
    </button>
  )
}
