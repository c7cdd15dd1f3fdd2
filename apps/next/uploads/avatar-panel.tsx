'use client'

import styles from './avatar-panel.module.css'
import { UploadPanel } from './upload-panel'
import { useUploadSession } from './upload-session'

const ACCEPT = ['image/*']

/** Renders the newest avatar, from the data that the upload route returned, and a drop zone for the next one. */
export function AvatarPanel() {
  const { avatars } = useUploadSession()
  const avatar = avatars.items.filter(({ data }) => data !== undefined).at(-1)?.data
  return (
    <>
      <section className={`card ${styles['avatar']}`} aria-labelledby="avatar-title">
        {avatar ? (
          <img src={avatar.url} alt={`Avatar of ${avatar.owner}`} width={96} height={96} />
        ) : (
          <span className={styles['empty']} />
        )}
        <div>
          <h2 id="avatar-title">{avatar ? avatar.owner : 'No avatar yet'}</h2>
          <p className={styles['detail']}>
            {avatar
              ? `${avatar.type}, accepted by the server`
              : 'The server accepts images of up to 1 MB, by their content.'}
          </p>
        </div>
      </section>
      <UploadPanel uploads={avatars} hint="An image of up to 1 MB." accept={ACCEPT} />
    </>
  )
}
