/** The place of a task among others. */
export interface Turn {
  /** Resolves when every earlier task has passed. */
  reached: Promise<unknown>
  /** Lets the later tasks go. */
  pass(): void
}

/** Creates a function that hands out turns, so that tasks that run in parallel take one step in order. */
export function createTurns(): () => Turn {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const reached = last
    let pass = (): void => undefined
    const passed = new Promise<void>((resolve) => (pass = resolve))
    last = Promise.all([reached, passed])
    return { reached, pass }
  }
}
