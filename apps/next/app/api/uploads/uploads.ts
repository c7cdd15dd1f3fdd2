import { defineUploads } from '@secure-uploading/next'

/** The upload routes of the app. The page imports their type only, so no server code reaches the browser. */
export const uploads = defineUploads({
  avatar: {
    accept: ['image/*'],
    maxBytes: '1MB',
    // The result reaches the page as typed `data`. A real app also stores the address with the user.
    onUploaded: ({ file, subject }) => ({ url: file.cdnUrl, owner: subject, type: file.mimeType }),
  },
})
