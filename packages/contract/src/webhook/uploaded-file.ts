import type { WebhookPayload } from '@secure-uploading/server'

/** A `file.uploaded` payload from Uploadcare's API reference. */
export const uploadedFile: WebhookPayload = {
  initiator: {
    type: 'api',
    detail: { request_id: '972654bd-a2ad-485a-bd27-c86126c1ed8c', addon_name: null },
  },
  hook: {
    id: 1,
    project_id: 13,
    project_pub_key: 'demopublickey',
    created_at: '2016-04-27T11:49:54.948615Z',
    updated_at: '2016-04-27T12:04:57.819933Z',
    event: 'file.uploaded',
    target: 'http://app.example/api/uploadcare-webhook',
    is_active: true,
    version: '0.7',
  },
  data: {
    uuid: '22240276-2f06-41f8-9411-755c8ce926ed',
    size: 642,
    original_filename: 'Größe 猫.jpg',
    mime_type: 'image/jpeg',
    is_image: true,
    is_ready: true,
    original_file_url: 'https://ucarecdn.com/22240276-2f06-41f8-9411-755c8ce926ed/pineapple.jpg',
    url: 'https://api.uploadcare.com/files/22240276-2f06-41f8-9411-755c8ce926ed/',
    datetime_uploaded: '2018-11-26T12:49:09.945335Z',
    datetime_stored: null,
    datetime_removed: null,
    metadata: { pet: 'cat' },
    appdata: null,
    content_info: { mime: { mime: 'image/jpeg', type: 'image', subtype: 'jpeg' } },
    variations: null,
  },
  file: 'https://ucarecdn.com/22240276-2f06-41f8-9411-755c8ce926ed/pineapple.jpg',
}
