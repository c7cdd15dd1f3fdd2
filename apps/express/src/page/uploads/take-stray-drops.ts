/** Prevents the browser from navigating to files that are dropped outside a drop zone, and reports such a drop. */
export function takeStrayDrops(onDrop: () => void): void {
  const isOfFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false
  document.addEventListener('dragover', (event) => {
    if (isOfFiles(event)) event.preventDefault()
  })
  document.addEventListener('drop', (event) => {
    if (!isOfFiles(event)) return
    event.preventDefault()
    onDrop()
  })
}
