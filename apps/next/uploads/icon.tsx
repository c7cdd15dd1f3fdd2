import { ICON_PATHS, type IconName } from '@secure-uploading/demo-kit/texts'

/** Renders an icon, which screen readers skip. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  )
}

export type { IconName }
