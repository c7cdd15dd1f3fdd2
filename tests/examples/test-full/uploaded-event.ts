/**
 * Creates the JSON of a `file.uploaded` event. It has characters of several bytes and 200 kB, more than many body parsers accept
 * by default: results of add-ons are part of a webhook.
 */
export function uploadedEvent(uuid: string): string {
  return JSON.stringify({
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
      target: 'https://app.example/api/uploadcare-webhook',
      is_active: true,
      version: '0.7',
    },
    data: {
      uuid,
      size: 642,
      original_filename: 'Größe 猫.jpg',
      mime_type: 'image/jpeg',
      is_image: true,
      is_ready: true,
      original_file_url: `https://ucarecdn.com/${uuid}/pineapple.jpg`,
      url: `https://api.uploadcare.com/files/${uuid}/`,
      datetime_uploaded: '2018-11-26T12:49:09.945335Z',
      datetime_stored: null,
      datetime_removed: null,
      metadata: { pet: 'cat' },
      appdata: { aws_rekognition_detect_labels: { data: { Labels: ['猫 '.repeat(50_000)] } } },
      content_info: { mime: { mime: 'image/jpeg', type: 'image', subtype: 'jpeg' } },
      variations: null,
    },
    file: `https://ucarecdn.com/${uuid}/pineapple.jpg`,
  })
}
