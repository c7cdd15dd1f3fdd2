/** Returns a function that calls `draw` once in the next animation frame, however often it is called before. */
export function onNextFrame(draw: () => void): () => void {
  let isScheduled = false
  return () => {
    if (isScheduled) return
    isScheduled = true
    requestAnimationFrame(() => {
      isScheduled = false
      draw()
    })
  }
}
