import { defineUploads } from '@secure-uploading/express'

/** The upload routes. The page imports their type, which gives it the names of the routes and the type of their data. */
export const uploads = defineUploads({
  attachments: {
    accept: ['image/*', 'application/pdf'],
    maxBytes: '5MB',
    // An app saves the file here. What it returns is sent to the page.
    onUploaded: ({ file, subject }) => ({ url: file.cdnUrl, owner: subject }),
  },
})
