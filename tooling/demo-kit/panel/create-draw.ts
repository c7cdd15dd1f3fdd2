/**
 * Returns a function that calls `draw` once in the next animation frame, however often it is called before.
 *
 * @returns a promise that resolves after that frame was drawn
 */
export function createDraw(draw: () => void): () => Promise<void> {
  let drawn: Promise<void> | undefined
  return () =>
    (drawn ??= new Promise((resolve) => {
      requestAnimationFrame(() => {
        drawn = undefined
        draw()
        resolve()
      })
    }))
}
