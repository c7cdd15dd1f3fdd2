import { splitFileName } from '@/lib/split-file-name'

/** Renders a file name whose end stays visible when it is truncated. Its accessible name belongs to the element around it. */
export function UploadPanelFileName({ name }: { name: string }) {
  const { start, end, extension } = splitFileName(name)
  return (
    <span aria-hidden data-slot="file-name" dir="ltr" className="flex whitespace-pre">
      <bdi className="flex min-w-0">
        <span className="overflow-hidden text-ellipsis">{start}</span>
        <span className="shrink-0">{end}</span>
      </bdi>
      <bdi className="shrink-0">{extension}</bdi>
    </span>
  )
}
