import type { Child } from 'hono/jsx'

interface ActionButtonProps {
  /** Stable, so that the focus stays where it was when the page looks again. */
  id: string
  method: 'POST' | 'PATCH' | 'DELETE'
  /** Below `/_emulator/`. */
  path: string
  body?: unknown
  label?: string
  kind?: 'quiet' | 'danger'
  /** Makes it a switch that is on or off. */
  checked?: boolean
  children: Child
}

/** A button that calls the control over HTTP; the page's script listens for it. */
export function ActionButton({ id, method, path, body, label, kind, checked, children }: ActionButtonProps) {
  return (
    <button
      type="button"
      id={id}
      class={checked === undefined ? (kind ?? '') : 'switch'}
      data-method={method}
      data-path={path}
      data-body={body === undefined ? undefined : JSON.stringify(body)}
      role={checked === undefined ? undefined : 'switch'}
      aria-checked={checked === undefined ? undefined : String(checked)}
      aria-label={label}
    >
      {children}
    </button>
  )
}
