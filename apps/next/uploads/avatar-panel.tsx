'use client'

import { UploadQueuePanel } from '@/components/upload-panel'
import { useUploadSession } from './upload-session'

const ACCEPT = ['image/*']

/** Renders the newest avatar, from the data that the upload route returned, and a drop zone for the next one. */
export function AvatarPanel() {
  const { avatars } = useUploadSession()
  const avatar = avatars.items.filter(({ data }) => data !== undefined).at(-1)?.data
  return (
    <>
      <section className="card flex items-center gap-5 p-5" aria-labelledby="avatar-title">
        {avatar ? (
          <img
            className="size-24 shrink-0 rounded-full object-cover"
            src={avatar.url}
            alt={`Avatar of ${avatar.owner}`}
          />
        ) : (
          <span className="size-24 shrink-0 rounded-full bg-accent" />
        )}
        <div className="min-w-0">
          <h2 id="avatar-title">{avatar ? avatar.owner : 'No avatar yet'}</h2>
          <p className="text-muted-foreground">
            {avatar
              ? `${avatar.type}, accepted by the server`
              : 'The server accepts images of up to 1 MB, by their content.'}
          </p>
        </div>
      </section>
      <UploadQueuePanel uploads={avatars} paste="page" accept={ACCEPT} hint="An image of up to 1 MB." />
    </>
  )
}
