/** Returns whether files are dragged, as opposed to a link or text. */
export function isFileDrag(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
