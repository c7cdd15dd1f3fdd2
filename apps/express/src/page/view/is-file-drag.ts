/** Whether files are being dragged, rather than a link or a piece of text. */
export function isFileDrag(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
