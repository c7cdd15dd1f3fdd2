'use client'

import { useEffect, useId, useState, type DragEvent } from 'react'

/** Renders a drop zone with a file input. */
export function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  usePreventFileNavigation()

  return (
    <div
      className="card notice drop-zone"
      data-over={isOver}
      onDragOver={() => {
        setIsOver(true)
      }}
      onDragLeave={(event) => {
        if (!isInside(event)) setIsOver(false)
      }}
      onDrop={(event) => {
        setIsOver(false)
        onFiles(event.dataTransfer.files)
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 16V4m0 0L7 9m5-5 5 5M4 15v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3" />
      </svg>
      <p className="title">{isOver ? 'Drop to upload' : 'Drop files here'}</p>
      <div className="pick">
        <input
          className="visually-hidden"
          id={id}
          type="file"
          multiple
          onChange={({ currentTarget }) => {
            onFiles(currentTarget.files ?? [])
            currentTarget.value = ''
          }}
        />
        <label className="button primary" htmlFor={id}>
          Choose files
        </label>
      </div>
      <p className="small">Any number of files of any type. Four upload at a time.</p>
    </div>
  )
}

/** Returns whether the pointer moved to another element inside the zone. */
function isInside({ currentTarget, relatedTarget }: DragEvent): boolean {
  return relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
}

/** Prevents the browser from navigating to a file that is dropped outside the zone. */
function usePreventFileNavigation(): void {
  useEffect(() => {
    const prevent = (event: Event): void => {
      event.preventDefault()
    }
    addEventListener('dragover', prevent)
    addEventListener('drop', prevent)
    return () => {
      removeEventListener('dragover', prevent)
      removeEventListener('drop', prevent)
    }
  }, [])
}
